using System.Text;
using AngleSharp.Dom;
using FsCheck;
using FsCheck.Fluent;
using PressIngest.Reading;

namespace PressIngest.Tests.Reading;

/// <summary>
/// The tree that is read is to the letter the one that AngleSharp's own document has, whatever the markup: site rules are found in one and read
/// in the other.
/// </summary>
public class MarkupTreeTests
{
    private static readonly Gen<string> Pieces = Gen.Elements(
        "نص", " ", "\n", "<p>", "</p>", "<div class='a' id=b>", "</div>", "<b>", "</b>", "<i class=x>", "</i>", "<a href='/1'>", "</a>",
        "<font color=red>", "</font>", "<table>", "</table>", "<tr>", "<td>", "</td>", "<tbody>", "<caption>", "<col>", "<ul>", "<li>", "</ul>",
        "<h1>", "</h2>", "<br>", "</br>", "<hr/>", "<select>", "<option>", "</select>", "<form>", "</form>", "<button>", "<input type=hidden>",
        "<textarea>", "</textarea>", "<title>", "</title>", "<script>x<y</script>", "<style>a</style>", "<noscript>", "</noscript>", "<svg>",
        "<foreignObject>", "</svg>", "<math>", "<mi>", "</math>", "<!-- c -->", "<!doctype html>", "</x>", "<o:p>", "<html lang=ar>",
        "<body dir=rtl>", "</body>", "</html>", "<head>", "</head>", "<frameset>", "<iframe>", "</iframe>", "&amp;", "&#1571;", "<", "<image>",
        "<nobr>", "<dd>", "<ruby>", "<rt>", "<pre>\n", "<object>", "<marquee>", "</p >");

    [Fact]
    public void Is_AngleSharps_for_any_markup() =>
        Prop.ForAll(Arb.From(Pieces.ListOf().Select(string.Concat)), markup => Read(markup) == Selected(markup))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000).WithEndSize(60).WithReplay(20_240_917, 7));

    [Fact]
    public void Is_AngleSharps_for_every_page()
    {
        foreach (var name in PageCase.Names)
        {
            var markup = File.ReadAllText(Path.Combine(PageCase.Root, name, "source.html"));
            Assert.Equal(Selected(markup), Read(markup));
        }
    }

    [Theory]
    [InlineData("<p>a<template><tr><td>b<script>'</template>'</script></template>c", "ac")]
    [InlineData("<table><template><div></template><tr><td>a", "a")]
    [InlineData("a<template><template>b</template>c", "a")]
    [InlineData("<select><title><template><tr></select>a", "a")]
    public void Has_nothing_of_templates(string markup, string text)
    {
        using var document = PageParser.Parse(markup);
        Assert.Equal(text, PageTree.Build(document.Root!).TextOf(0));
    }

    private static string Read(string markup)
    {
        using var document = PageParser.Parse(markup);
        var outline = new StringBuilder();
        Write(document, 0);
        return outline.ToString();

        void Write(MarkupNode node, int depth)
        {
            if (node is MarkupElement element)
                Line(outline, depth, element.Kind.Name, element.Class, element.Id, element.Href, element.Attribute("color"));
            else if (node is MarkupText text) Line(outline, depth, text.Data.ToString(), "", "", "", null);
            for (var i = 0; i < node.Children.Length; i++) Write(node.Children[i], depth + 1);
        }
    }

    private static string Selected(string markup)
    {
        using var document = PageParser.ParseForSelectors(markup);
        var outline = new StringBuilder();
        Write(document, 0);
        return outline.ToString();

        void Write(INode node, int depth)
        {
            if (node is IElement element)
                Line(outline, depth, element.LocalName, element.ClassName, element.Id, element.GetAttribute("href"), element.GetAttribute("color"));
            else if (node is IText text) Line(outline, depth, text.Data, "", "", "", null);
            foreach (var child in node.ChildNodes) Write(child, depth + 1);
        }
    }

    private static void Line(
        StringBuilder outline, int depth, string text, ReadOnlySpan<char> names, ReadOnlySpan<char> id, ReadOnlySpan<char> href, string? color) =>
        outline.Append(' ', depth).Append(text).Append(" .").Append(names).Append(" #").Append(id)
            .Append(' ').Append(href).Append(' ').Append(color).Append('\n');
}
