using Dapper;
using Microsoft.Data.Sqlite;
using PressIngest.Extraction;
using PressIngest.Extraction.Entities;

namespace PressIngest.Storage;

/// <summary>Brings the facts of an article to what was found now: what is still said keeps its row, what is no longer said goes.</summary>
internal static class FactWriter
{
    /// <param name="connection">The writer's connection.</param>
    /// <param name="transaction">The transaction that this is part of.</param>
    /// <param name="articleId">The article.</param>
    /// <param name="found">What was found now, in its title and text.</param>
    /// <param name="ruleSet">The rules and vocabulary that found it.</param>
    /// <param name="isSameText">The text is the one that the stored facts are of: those that go
    /// are remembered. Of another text nothing could be checked.</param>
    public static IReadOnlyList<FactChange> Write(SqliteConnection connection, SqliteTransaction transaction, long articleId, FoundFacts found,
        string ruleSet, bool isSameText)
    {
        var stored = connection.Query<StoredFact>(
            "SELECT id, type, identity, place, start, length, text, rule FROM fact WHERE article_id = @articleId", new { articleId },
                transaction).ToDictionary(x => (x.Type, x.Identity));
        var rows = FactRow.Of(found);
        var kept = rows.Where(x => stored.ContainsKey((x.Type, x.Identity))).ToList();
        var keptIds = kept.Select(x => stored[(x.Type, x.Identity)].Id).ToHashSet();
        var gone = stored.Values.Where(x => !keptIds.Contains(x.Id)).ToList();
        if (!isSameText) PastFacts.Forget(connection, transaction, articleId);
        var past = PastFacts.Of(connection, transaction, articleId);
        if (isSameText) PastFacts.Remember(connection, transaction, gone.Select(x => x.Id), ruleSet);
        connection.Execute("UPDATE fact SET rule_set = @RuleSet WHERE id = @Id",
            keptIds.Select(id => new { Id = id, RuleSet = ruleSet }), transaction);
        connection.Execute("DELETE FROM fact WHERE id = @Id", gone.Select(x => new { x.Id }), transaction);
        var added = rows.Where(x => !stored.ContainsKey((x.Type, x.Identity))).ToList();
        var resolver = new EntityResolver(connection, transaction, articleId, found.Entities);
        var writer = new Writer(connection, transaction, articleId, found.Facts,
            resolver.Resolve(EntityNames.Of(found.Facts, found.Entities)), ruleSet);
        foreach (var row in added) writer.Insert(row, past.GetValueOrDefault((row.Type, row.Identity)));
        foreach (var row in kept) writer.Rename(row, stored[(row.Type, row.Identity)].Id);
        resolver.Sweep();
        PastFacts.Return(connection, transaction, added.Select(x => past.GetValueOrDefault((x.Type, x.Identity))?.Id).OfType<long>());
        return FactComparison.Of(gone, added, kept);
    }

    private sealed class Writer(SqliteConnection connection, SqliteTransaction transaction, long articleId, Facts facts,
        ResolvedNames names, string ruleSet)
    {
        /// <summary>A fact that was there in the past comes back under its number; a number once
        /// given to a fact that is remembered is given to no other.</summary>
        public void Insert(FactRow row, PastFact? past)
        {
            var id = connection.ExecuteScalar<long>(
                """
                INSERT INTO fact (id, article_id, type, identity, place, start, length, text, rule, first_rule_set, rule_set)
                VALUES (COALESCE(@Id, 1 + MAX(COALESCE((SELECT MAX(id) FROM fact), 0), COALESCE((SELECT MAX(id) FROM past_fact), 0))),
                        @articleId, @Type, @Identity, @Place, @Start, @Length, @Text, @Rule, @FirstRuleSet, @RuleSet)
                RETURNING id
                """,
                new
                {
                    past?.Id, articleId, row.Type, row.Identity, row.At.Place, row.At.Start, row.At.Length, row.Text, row.Rule,
                    FirstRuleSet = past?.FirstRuleSet ?? ruleSet, RuleSet = ruleSet,
                },
                transaction);
            connection.Execute(
                "INSERT OR IGNORE INTO fact_place (fact_id, part, place, start, length) VALUES (@id, @Part, @Place, @Start, @Length)",
                row.Places.Select(x => new { id, x.Part, x.Place, x.Start, x.Length }),
                transaction);
            switch (row.Fact)
            {
                case Hashtag x:
                    Execute("INSERT INTO hashtag_fact (id, tag, folded) VALUES (@id, @Tag, @folded)",
                        new { id, x.Tag, folded = EntityKey.Of(x.Tag) });
                    break;
                case Handle x:
                    Execute("INSERT INTO handle_fact (id, handle) VALUES (@id, @Name)", new { id, x.Name });
                    break;
                case Campaign x:
                    InsertCampaign(id, x);
                    break;
                case Quotation x:
                    Execute(
                        """
                        INSERT INTO quote_fact (id, speaker_id, speaker, role, organization, unnamed, kind, cue, campaign_id, words_key)
                        VALUES (@id, @speaker, @Speaker, @Role, @Organization, @Unnamed, @kind, @Cue, @campaign, @wordsKey)
                        """,
                        new { id, speaker = names.Person(x.Speaker), x.Speaker, x.Role, x.Organization, x.Unnamed, kind = FactNames.Of(x.Kind),
                            x.Cue, campaign = CampaignId(x.Campaign), wordsKey = EntityKey.NumberOf(row.Text) });
                    break;
                case Figure x:
                    Execute(
                        """
                        INSERT INTO figure_fact (id, value, upper, unit, currency, noun, per, qualifier, campaign_id)
                        VALUES (@id, @value, @upper, @unit, @Currency, @Noun, @Per, @qualifier, @campaign)
                        """,
                        new { id, value = SqlNumber.Of(x.Value), upper = SqlNumber.Of(x.Upper), unit = FactNames.Of(x.Unit), x.Currency, x.Noun,
                            x.Per, qualifier = FactNames.Of(x.Qualifier), campaign = CampaignId(x.Campaign) });
                    break;
                case Date x:
                    Execute(
                        "INSERT INTO date_fact (id, from_date, to_date, what, campaign_id) VALUES (@id, @from, @to, @What, @campaign)",
                        new { id, from = FactRow.SqlDate(x.From), to = FactRow.SqlDate(x.To), x.What, campaign = CampaignId(x.Campaign) });
                    break;
                case Person x:
                    Execute(
                        "INSERT INTO person_fact (id, person_id, name, role, organization) VALUES (@id, @person, @Name, @Role, @Organization)",
                        new { id, person = names.Person(x.Name), x.Name, x.Role, x.Organization });
                    break;
                default:
                    throw new InvalidOperationException($"no table for a fact of type {row.Fact.GetType().Name}");
            }
        }

        private void InsertCampaign(long id, Campaign campaign)
        {
            Execute(
                "INSERT INTO campaign_fact (id, campaign_id, name, kind, organization) VALUES (@id, @campaign, @Name, @Kind, @Organization)",
                new { id, campaign = names.Campaign(campaign.Name), campaign.Name, campaign.Kind, campaign.Organization });
            var aliases = campaign.Aliases.Select(x => (x, false)).Concat(campaign.Hashtags.Select(x => (x, true)));
            foreach (var (alias, isHashtag) in aliases)
                Execute("INSERT OR IGNORE INTO campaign_alias (fact_id, alias, is_hashtag) VALUES (@id, @alias, @isHashtag)",
                    new { id, alias, isHashtag });
        }

        /// <summary>Brings a fact that stayed to whom and what its names belong to by now.</summary>
        public void Rename(FactRow row, long id)
        {
            switch (row.Fact)
            {
                case Campaign x:
                    Execute("UPDATE campaign_fact SET campaign_id = @to WHERE id = @id AND campaign_id <> @to",
                        new { id, to = names.Campaign(x.Name) });
                    break;
                case Quotation x:
                    Execute(
                        "UPDATE quote_fact SET speaker_id = @speaker, campaign_id = @campaign WHERE id = @id AND (speaker_id IS NOT @speaker OR campaign_id IS NOT @campaign)",
                        new { id, speaker = names.Person(x.Speaker), campaign = CampaignId(x.Campaign) });
                    break;
                case Figure { Campaign: not null } x:
                    Execute("UPDATE figure_fact SET campaign_id = @to WHERE id = @id AND campaign_id IS NOT @to",
                        new { id, to = CampaignId(x.Campaign) });
                    break;
                case Date { Campaign: not null } x:
                    Execute("UPDATE date_fact SET campaign_id = @to WHERE id = @id AND campaign_id IS NOT @to",
                        new { id, to = CampaignId(x.Campaign) });
                    break;
                case Person x:
                    Execute("UPDATE person_fact SET person_id = @to WHERE id = @id AND person_id <> @to", new { id, to = names.Person(x.Name) });
                    break;
            }
        }

        private long? CampaignId(int? index) => index is { } i ? names.Campaign(facts.Campaigns[i].Name) : null;

        private void Execute(string sql, object values) => connection.Execute(sql, values, transaction);
    }
}

/// <summary>Facts and the title and text that their spans are of.</summary>
internal sealed record FoundFacts(string? Title, string Text, Facts Facts)
{
    /// <summary>Whose the names are, across articles.</summary>
    public EntityRules Entities { get; init; } = EntityRules.None;
}
