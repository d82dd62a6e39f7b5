-- campaigns_by_month: Campaigns by month, with all their hashtags
SELECT month, name, kind, articles, hashtags
FROM campaign_months ORDER BY month DESC, articles DESC LIMIT 1000;

-- who_speaks_for_whom: Who speaks for whom, and how often
SELECT name, role, organization, quotes, direct
FROM speakers ORDER BY quotes DESC LIMIT 1000;

-- direct_speech: Which outlets let people speak in their own words
SELECT source, quotes, ROUND(100.0 * direct / quotes) AS percent_direct
FROM outlets WHERE quotes > 0 ORDER BY percent_direct DESC;

-- figures_of_a_campaign: The figures of one campaign over time (campaign = شتاء دافئ)
SELECT substr(published_at, 1, 10) AS day, source, noun, value, upper, currency, qualifier, text, url
FROM figures
WHERE campaign_id IN (SELECT campaign_id FROM campaigns WHERE name = 'شتاء دافئ')
ORDER BY published_at, start;

-- claims_in_numbers: What is claimed in numbers for each campaign, and how exactly
SELECT c.name, f.qualifier, f.value, f.upper, COALESCE(f.currency, f.noun) AS what, f.per, f.text, f.url
FROM figures f JOIN campaigns c USING (campaign_id, article_id)
ORDER BY c.name, f.start LIMIT 500;

-- who_copies_whom: Which outlets copied from which, how soon, and how much
SELECT o.source, c.original_source AS copied_from, COUNT(c.article_id) AS articles, ROUND(AVG(c.delay_hours), 1) AS hours_later, ROUND(100 * AVG(c.share)) AS percent_taken
FROM outlets o LEFT JOIN copies c ON c.source = o.source
GROUP BY o.source, c.original_source ORDER BY articles DESC;

-- hashtags_together: Hashtags that travel together
SELECT tag, with_tag, articles
FROM hashtag_pairs ORDER BY articles DESC LIMIT 1000;

-- titles_over_time: Which titles a person has been given, and when
SELECT name, role, organization, first_seen, last_seen, quotes
FROM people WHERE role IS NOT NULL
ORDER BY name, first_seen LIMIT 1000;

-- articles_about: Articles in which words stand, in any spelling (words = مبادرة)
SELECT title, source, published_at, found
FROM search_attached WHERE words = json_array('مبادرة')
ORDER BY rank LIMIT 50;

-- looked_or_not: On which days a source was looked at: no news, or nobody looked
SELECT source, day, looks, looks_failed, articles_added, error
FROM coverage ORDER BY day DESC, source;
