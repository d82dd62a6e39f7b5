namespace PressIngest.Extraction.Quotations;

/// <summary>A title as role and organisation, each with its place.</summary>
internal readonly record struct Title(string? Role, string? Organization, Mention? RoleAt, Mention? OrganizationAt);

/// <summary>
/// Splits a title where a preposition or a possessive separates post and body (مدير الإعلام في …، المتحدث باسم …، رئيس مجلس إدارة شركة …);
/// where the body is part of the post (وزير الصحة) it stays whole.
/// </summary>
internal static class TitleSplit
{
    public static Title Of(Passage passage, TokenRange role)
    {
        if (role.Length == 0) return default;
        var (document, tokens) = (passage.Document, passage.Tokens);
        // وزيرة الدولة للهجرة، وزير الشباب والرياضة: the portfolio is the post's.
        if (passage.Names.Role(tokens[role.Start].Folded) == "وزير") return Whole(passage, role);
        while (role.Length > 1 && tokens[role.End - 1].Folded is "(" or "[" or "،" or "/" or "-") role = role with { End = role.End - 1 };
        for (var i = role.Start + 1; i < role.End; i++)
        {
            if (!tokens[i].IsWord) continue;
            var folded = tokens[i].Folded;
            // رئيس لجنة التبرعات في الجيزة: where the body is.
            if (folded is "في" && i + 1 < role.End && !passage.Names.IsOrganization(tokens, i + 1, role.End)
                && HasBody(passage, role.Start + 1, i)) continue;
            // السفير الروسي في بغداد: a town is no body.
            if (folded is "في" && i + 2 == role.End && passage.Names.IsBody(tokens[i + 1]) && !passage.Names.IsOrganization(tokens, i + 1, role.End))
                continue;
            if (folded is "في" or "لدي" or "باسم"
                && i + 1 < role.End) return Make(passage, role, i, document.SpanOf(new TokenRange(i + 1, role.End)), prefix: "");
            if (i + 1 < role.End && folded is "ل" or "ب") return Make(passage, role, i, document.SpanOf(new TokenRange(i + 1, role.End)), prefix: "");
            // رئيس الرابطة التونسية للدفاع عن …: what the body is for is part of its name.
            if (folded.Length > 4 && folded.StartsWith("لل", StringComparison.Ordinal) && !HasPlaceBehind(passage, i + 1, role.End))
            {
                if (BodyBefore(passage, role.Start + 1, i) is { } body)
                    return Make(passage, role, body, document.SpanOf(new TokenRange(body, role.End)), prefix: "");
                // منسق فريق الأمل للعمل الخيري: so of a body that the post governs.
                if (HasBody(passage, role.Start + 1, i)) continue;
                return Make(passage, role, i, Rest(document, i, role.End, 2), prefix: "ال");
            }

            // مدير الجامعة بالإنابة is how he holds the post, المكلف بالإعلام في اتحاد … what he does.
            if (passage.Names.IsActing(folded)) continue;
            if (folded.Length > 4 && folded.StartsWith("بال", StringComparison.Ordinal)
                && (passage.Names.IsOrganization(folded[1..]) || (i + 1 < role.End && WordShape.HasArticle(passage, i + 1)))
                && !HasPlaceBehind(passage, i + 1, role.End))
                return Make(passage, role, i, Rest(document, i, role.End, 1), prefix: "");
            if (folded.Length > 3 && folded[0] is 'ل' or 'ب' && (passage.Names.IsOrganization(folded[1..]) || passage.Names.IsOrganization(folded))
                && !passage.Names.IsOrganization(folded))
                return Make(passage, role, i, Rest(document, i, role.End, 1), prefix: "");
            // مدير مكتب الحملة: the office is the post's, the body follows.
            if (WordShape.HasArticle(folded) && passage.Names.IsOrganization(folded) && tokens[i - 1].Folded is "مكتب" or "فرع")
                return Make(passage, role, i, document.SpanOf(new TokenRange(i, role.End)), prefix: "");
            if (i > role.Start + 1 && i + 1 < role.End && !folded.StartsWith("ال", StringComparison.Ordinal) && passage.Names.IsOrganization(folded)
                && passage.Names.Role(tokens[i - 1].Folded) is null
                && (!passage.Names.IsOrganization(tokens[i - 1].Folded) || tokens[i - 1].Folded == "اداره"))
                return Make(passage, role, i, document.SpanOf(new TokenRange(i, role.End)), prefix: "");
        }

        return Whole(passage, role);
    }

    private static Title Whole(Passage passage, TokenRange role)
    {
        var whole = Post(passage, role);
        return new Title(whole.In(passage.Document.Text), null, new Mention(whole), null);
    }

    private static bool HasBody(Passage passage, int at, int end)
    {
        for (var i = at; i < end; i++)
            if (passage.Names.IsOrganization(passage.Tokens, i, end) && !WordShape.HasArticle(passage, i)) return true;
        return false;
    }

    private static int? BodyBefore(Passage passage, int at, int end)
    {
        for (var i = at; i < end; i++)
            if (WordShape.HasArticle(passage.Tokens[i].Folded) && passage.Names.IsOrganization(passage.Tokens[i].Folded)
                && passage.Names.Role(passage.Tokens[i].Folded) is null or "موسس")
                return i;
        return null;
    }

    /// <summary>نائب الرئيس للتسويق لدى الشركة: what the post is for and where it is.</summary>
    private static bool HasPlaceBehind(Passage passage, int at, int end)
    {
        for (var i = at; i + 1 < end; i++)
            if (passage.Tokens[i].Folded is "لدي"
                || (passage.Tokens[i].Folded is "في" or "ب" && passage.Names.IsOrganization(passage.Tokens, i + 1, end))) return true;
        for (var i = at; i < end; i++)
            if (passage.Tokens[i].IsWord && passage.Tokens[i].Folded is { Length: > 3 } folded && folded[0] == 'ب'
                && passage.Names.IsOrganization(folded[1..]) && !passage.Names.IsOrganization(folded))
                return true;
        return false;
    }

    private static Span Rest(Document document, int token, int end, int letters)
    {
        var span = document.SpanOf(new TokenRange(token, end));
        return new Span(span.Start + letters, span.Length - letters);
    }

    private static Title Make(Passage passage, TokenRange role, int at, Span organization, string prefix)
    {
        while (at > role.Start + 1 && QuotationMarks.IsMark(passage.Tokens[at - 1])) (at, organization) = (at - 1,
            new Span(passage.Tokens[at - 1].Start, organization.End - passage.Tokens[at - 1].Start));
        var post = Post(passage, role with { End = at });
        return new Title(post.In(passage.Document.Text), prefix + organization.In(passage.Document.Text), new Mention(post),
            new Mention(organization));
    }

    /// <summary>ووالي الخرطوم: the conjunction that joins the post to another man's is no part of it.</summary>
    private static Span Post(Passage passage, TokenRange post)
    {
        var span = passage.Document.SpanOf(post);
        return passage.Names.IsJoinedRole(passage.Tokens[post.Start].Folded) ? new Span(span.Start + 1, span.Length - 1) : span;
    }
}
