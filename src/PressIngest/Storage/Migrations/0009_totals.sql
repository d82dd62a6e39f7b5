-- Totals, kept by triggers: what views and queries would otherwise count over all facts every time. A trigger that looks up the article of a fact that goes
-- must find it: so an article takes its facts with it, and a fact its rows, before they go themselves.

CREATE TRIGGER article_goes BEFORE DELETE ON article BEGIN
    DELETE FROM fact WHERE article_id = OLD.id;
END;
CREATE TRIGGER fact_goes BEFORE DELETE ON fact BEGIN
    DELETE FROM hashtag_fact WHERE id = OLD.id;
    DELETE FROM campaign_fact WHERE id = OLD.id;
    DELETE FROM quote_fact WHERE id = OLD.id;
    DELETE FROM person_fact WHERE id = OLD.id;
END;
CREATE TRIGGER campaign_fact_goes BEFORE DELETE ON campaign_fact BEGIN
    DELETE FROM campaign_alias WHERE fact_id = OLD.id;
END;

-- When an article calls a person so: the first and the last time are found in the index.
ALTER TABLE person_fact ADD COLUMN seen TEXT;
UPDATE person_fact SET seen = (SELECT COALESCE(a.published_at, a.fetched_at) FROM fact f JOIN article a ON a.id = f.article_id WHERE f.id = person_fact.id);
DROP INDEX person_fact_person;
CREATE INDEX person_fact_title ON person_fact (person_id, role, organization, seen);

-- A person and one of their titles: how many articles give it, how many quotations, how many of them direct.
CREATE TABLE person_title (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id),
    role TEXT,
    organization TEXT,
    named INTEGER NOT NULL DEFAULT 0 CHECK (named >= 0),
    quotes INTEGER NOT NULL DEFAULT 0 CHECK (quotes >= 0),
    direct INTEGER NOT NULL DEFAULT 0 CHECK (direct >= 0),
    first_seen TEXT,
    last_seen TEXT
);
-- Null is a value here, and no text.
CREATE UNIQUE INDEX person_title_title ON person_title (person_id, COALESCE(role, x''), COALESCE(organization, x''));
CREATE INDEX person_title_quotes ON person_title (quotes);
CREATE INDEX person_name ON person (name);

INSERT INTO person_title (person_id, role, organization, named, quotes, direct, first_seen, last_seen)
SELECT person_id, role, organization, SUM(named), SUM(quotes), SUM(direct), MIN(seen), MAX(seen)
FROM (
    SELECT person_id, role, organization, 1 AS named, 0 AS quotes, 0 AS direct, seen FROM person_fact
    UNION ALL
    SELECT speaker_id, role, organization, 0, 1, kind = 'direct', NULL FROM quote_fact WHERE speaker_id IS NOT NULL
)
GROUP BY person_id, role, organization;

-- What is written to this view is added to the totals.
CREATE VIEW title_change AS SELECT person_id, role, organization, named, quotes, direct FROM person_title;
CREATE TRIGGER title_changes INSTEAD OF INSERT ON title_change BEGIN
    INSERT INTO person_title (person_id, role, organization)
    SELECT NEW.person_id, NEW.role, NEW.organization
    WHERE NOT EXISTS (
        SELECT 1 FROM person_title
        WHERE person_id = NEW.person_id AND COALESCE(role, x'') = COALESCE(NEW.role, x'') AND COALESCE(organization, x'') = COALESCE(NEW.organization, x''));
    UPDATE person_title
    SET named = named + NEW.named, quotes = quotes + NEW.quotes, direct = direct + NEW.direct
    WHERE person_id = NEW.person_id AND COALESCE(role, x'') = COALESCE(NEW.role, x'') AND COALESCE(organization, x'') = COALESCE(NEW.organization, x'');
    UPDATE person_title
    SET first_seen = (SELECT MIN(p.seen) FROM person_fact p WHERE p.person_id = NEW.person_id AND p.role IS NEW.role AND p.organization IS NEW.organization),
        last_seen = (SELECT MAX(p.seen) FROM person_fact p WHERE p.person_id = NEW.person_id AND p.role IS NEW.role AND p.organization IS NEW.organization)
    WHERE NEW.quotes = 0
        AND person_id = NEW.person_id AND COALESCE(role, x'') = COALESCE(NEW.role, x'') AND COALESCE(organization, x'') = COALESCE(NEW.organization, x'');
    DELETE FROM person_title
    WHERE named = 0 AND quotes = 0
        AND person_id = NEW.person_id AND COALESCE(role, x'') = COALESCE(NEW.role, x'') AND COALESCE(organization, x'') = COALESCE(NEW.organization, x'');
END;

CREATE TRIGGER person_fact_comes AFTER INSERT ON person_fact BEGIN
    UPDATE person_fact SET seen = (SELECT COALESCE(a.published_at, a.fetched_at) FROM fact f JOIN article a ON a.id = f.article_id WHERE f.id = NEW.id) WHERE id = NEW.id;
    INSERT INTO title_change VALUES (NEW.person_id, NEW.role, NEW.organization, 1, 0, 0);
END;
CREATE TRIGGER person_fact_is_anothers AFTER UPDATE OF person_id ON person_fact WHEN NEW.person_id <> OLD.person_id BEGIN
    INSERT INTO title_change VALUES (NEW.person_id, NEW.role, NEW.organization, 1, 0, 0);
    INSERT INTO title_change VALUES (OLD.person_id, OLD.role, OLD.organization, -1, 0, 0);
END;
CREATE TRIGGER person_fact_is_of_another_day AFTER UPDATE OF seen ON person_fact WHEN NEW.seen <> OLD.seen BEGIN
    INSERT INTO title_change VALUES (NEW.person_id, NEW.role, NEW.organization, 0, 0, 0);
END;
CREATE TRIGGER person_fact_is_gone AFTER DELETE ON person_fact BEGIN
    INSERT INTO title_change VALUES (OLD.person_id, OLD.role, OLD.organization, -1, 0, 0);
END;
CREATE TRIGGER article_is_of_another_day AFTER UPDATE OF published_at, fetched_at ON article
WHEN COALESCE(NEW.published_at, NEW.fetched_at) <> COALESCE(OLD.published_at, OLD.fetched_at) BEGIN
    UPDATE person_fact SET seen = COALESCE(NEW.published_at, NEW.fetched_at) WHERE id IN (SELECT f.id FROM fact f WHERE f.article_id = NEW.id AND f.type = 'person');
END;

DROP VIEW people;
CREATE VIEW people AS
SELECT t.person_id, e.name, t.role, t.organization, t.first_seen, t.last_seen, t.quotes
FROM person_title t
JOIN person e ON e.id = t.person_id
WHERE t.named > 0;

CREATE VIEW speakers AS
SELECT t.person_id, e.name, t.role, t.organization, t.quotes, t.direct
FROM person_title t
JOIN person e ON e.id = t.person_id
WHERE t.quotes > 0;

-- How much a source lets people say, and how much of it in their own words.
CREATE TABLE source_speech (
    source_id INTEGER PRIMARY KEY REFERENCES source_state (id) ON DELETE CASCADE,
    quotes INTEGER NOT NULL DEFAULT 0 CHECK (quotes >= 0),
    direct INTEGER NOT NULL DEFAULT 0 CHECK (direct >= 0)
);
INSERT INTO source_speech (source_id, quotes, direct)
SELECT a.source_id, COUNT(*), SUM(q.kind = 'direct') FROM quote_fact q JOIN fact f ON f.id = q.id JOIN article a ON a.id = f.article_id GROUP BY a.source_id;

CREATE TRIGGER quote_fact_comes AFTER INSERT ON quote_fact BEGIN
    INSERT INTO title_change SELECT NEW.speaker_id, NEW.role, NEW.organization, 0, 1, NEW.kind = 'direct' WHERE NEW.speaker_id IS NOT NULL;
    INSERT INTO source_speech (source_id, quotes, direct)
    SELECT a.source_id, 1, NEW.kind = 'direct' FROM fact f JOIN article a ON a.id = f.article_id WHERE f.id = NEW.id
    ON CONFLICT (source_id) DO UPDATE SET quotes = quotes + 1, direct = direct + excluded.direct;
END;
CREATE TRIGGER quote_fact_is_anothers AFTER UPDATE OF speaker_id ON quote_fact WHEN NEW.speaker_id IS NOT OLD.speaker_id BEGIN
    INSERT INTO title_change SELECT NEW.speaker_id, NEW.role, NEW.organization, 0, 1, NEW.kind = 'direct' WHERE NEW.speaker_id IS NOT NULL;
    INSERT INTO title_change SELECT OLD.speaker_id, OLD.role, OLD.organization, 0, -1, -(OLD.kind = 'direct') WHERE OLD.speaker_id IS NOT NULL;
END;
CREATE TRIGGER quote_fact_is_gone AFTER DELETE ON quote_fact BEGIN
    INSERT INTO title_change SELECT OLD.speaker_id, OLD.role, OLD.organization, 0, -1, -(OLD.kind = 'direct') WHERE OLD.speaker_id IS NOT NULL;
    UPDATE source_speech SET quotes = quotes - 1, direct = direct - (OLD.kind = 'direct')
    WHERE source_id = (SELECT a.source_id FROM fact f JOIN article a ON a.id = f.article_id WHERE f.id = OLD.id);
END;

CREATE VIEW outlets AS
SELECT s.key AS source, s.name, (SELECT COUNT(*) FROM article a WHERE a.source_id = s.id) AS articles, COALESCE(t.quotes, 0) AS quotes, COALESCE(t.direct, 0) AS direct
FROM source_state s
LEFT JOIN source_speech t ON t.source_id = s.id;

-- Hashtags of one article, two and two, in their folded spelling.
CREATE TABLE hashtag_pair (
    first TEXT NOT NULL,
    second TEXT NOT NULL,
    articles INTEGER NOT NULL DEFAULT 0 CHECK (articles >= 0),
    PRIMARY KEY (first, second)
) WITHOUT ROWID;
CREATE INDEX hashtag_pair_articles ON hashtag_pair (articles);

INSERT INTO hashtag_pair (first, second, articles)
SELECT a.folded, b.folded, COUNT(*)
FROM hashtag_fact a JOIN fact fa ON fa.id = a.id JOIN fact fb ON fb.article_id = fa.article_id AND fb.type = 'hashtag' JOIN hashtag_fact b ON b.id = fb.id
WHERE b.folded > a.folded GROUP BY a.folded, b.folded;

CREATE VIEW pair_change AS SELECT first, second, articles FROM hashtag_pair;
CREATE TRIGGER pair_changes INSTEAD OF INSERT ON pair_change BEGIN
    INSERT INTO hashtag_pair (first, second) SELECT NEW.first, NEW.second WHERE NOT EXISTS (SELECT 1 FROM hashtag_pair WHERE first = NEW.first AND second = NEW.second);
    UPDATE hashtag_pair SET articles = articles + NEW.articles WHERE first = NEW.first AND second = NEW.second;
    DELETE FROM hashtag_pair WHERE first = NEW.first AND second = NEW.second AND articles = 0;
END;
CREATE TRIGGER hashtag_fact_comes AFTER INSERT ON hashtag_fact BEGIN
    INSERT INTO pair_change
    SELECT MIN(h.folded, NEW.folded), MAX(h.folded, NEW.folded), 1
    FROM fact t JOIN fact f ON f.article_id = t.article_id AND f.type = 'hashtag' JOIN hashtag_fact h ON h.id = f.id
    WHERE t.id = NEW.id AND h.folded <> NEW.folded;
END;
CREATE TRIGGER hashtag_fact_is_gone AFTER DELETE ON hashtag_fact BEGIN
    INSERT INTO pair_change
    SELECT MIN(h.folded, OLD.folded), MAX(h.folded, OLD.folded), -1
    FROM fact t JOIN fact f ON f.article_id = t.article_id AND f.type = 'hashtag' JOIN hashtag_fact h ON h.id = f.id
    WHERE t.id = OLD.id AND h.folded <> OLD.folded;
END;

CREATE VIEW hashtag_pairs AS
SELECT (SELECT h.tag FROM hashtag_fact h WHERE h.folded = p.first ORDER BY h.id LIMIT 1) AS tag,
       (SELECT h.tag FROM hashtag_fact h WHERE h.folded = p.second ORDER BY h.id LIMIT 1) AS with_tag, p.articles
FROM hashtag_pair p;

-- A campaign and a month, and how many articles of it there are; no month where the date of an article is not known.
CREATE TABLE campaign_month (
    id INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    month TEXT,
    articles INTEGER NOT NULL DEFAULT 0 CHECK (articles >= 0)
);
CREATE INDEX campaign_month_campaign ON campaign_month (campaign_id, month);
CREATE INDEX campaign_month_articles ON campaign_month (month, articles);
INSERT INTO campaign_month (campaign_id, month, articles)
SELECT c.campaign_id, substr(a.published_at, 1, 7) AS month, COUNT(DISTINCT a.id)
FROM campaign_fact c JOIN fact f ON f.id = c.id JOIN article a ON a.id = f.article_id GROUP BY c.campaign_id, month;

CREATE VIEW month_change AS SELECT campaign_id, month, articles FROM campaign_month;
CREATE TRIGGER month_changes INSTEAD OF INSERT ON month_change BEGIN
    INSERT INTO campaign_month (campaign_id, month)
    SELECT NEW.campaign_id, NEW.month WHERE NOT EXISTS (SELECT 1 FROM campaign_month WHERE campaign_id = NEW.campaign_id AND month IS NEW.month);
    UPDATE campaign_month SET articles = articles + NEW.articles WHERE campaign_id = NEW.campaign_id AND month IS NEW.month;
    DELETE FROM campaign_month WHERE campaign_id = NEW.campaign_id AND month IS NEW.month AND articles = 0;
END;

-- The hashtags of a campaign, and how many articles give it each.
CREATE TABLE campaign_tag (
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    tag TEXT NOT NULL,
    given INTEGER NOT NULL DEFAULT 0 CHECK (given >= 0),
    PRIMARY KEY (campaign_id, tag)
) WITHOUT ROWID;
INSERT INTO campaign_tag (campaign_id, tag, given)
SELECT c.campaign_id, a.alias, COUNT(*) FROM campaign_alias a JOIN campaign_fact c ON c.id = a.fact_id WHERE a.is_hashtag = 1 GROUP BY c.campaign_id, a.alias;

CREATE VIEW tag_change AS SELECT campaign_id, tag, given FROM campaign_tag;
CREATE TRIGGER tag_changes INSTEAD OF INSERT ON tag_change BEGIN
    INSERT INTO campaign_tag (campaign_id, tag)
    SELECT NEW.campaign_id, NEW.tag WHERE NOT EXISTS (SELECT 1 FROM campaign_tag WHERE campaign_id = NEW.campaign_id AND tag = NEW.tag);
    UPDATE campaign_tag SET given = given + NEW.given WHERE campaign_id = NEW.campaign_id AND tag = NEW.tag;
    DELETE FROM campaign_tag WHERE campaign_id = NEW.campaign_id AND tag = NEW.tag AND given = 0;
END;
CREATE TRIGGER campaign_alias_comes AFTER INSERT ON campaign_alias WHEN NEW.is_hashtag = 1 BEGIN
    INSERT INTO tag_change SELECT c.campaign_id, NEW.alias, 1 FROM campaign_fact c WHERE c.id = NEW.fact_id;
END;
CREATE TRIGGER campaign_alias_is_gone AFTER DELETE ON campaign_alias WHEN OLD.is_hashtag = 1 BEGIN
    INSERT INTO tag_change SELECT c.campaign_id, OLD.alias, -1 FROM campaign_fact c WHERE c.id = OLD.fact_id;
END;
-- Two names in an article may turn out to be of one campaign: the article counts once.
CREATE TRIGGER campaign_fact_comes AFTER INSERT ON campaign_fact BEGIN
    INSERT INTO month_change
    SELECT NEW.campaign_id, substr(a.published_at, 1, 7), 1 FROM fact f JOIN article a ON a.id = f.article_id
    WHERE f.id = NEW.id AND NOT EXISTS (
        SELECT 1 FROM fact g JOIN campaign_fact d ON d.id = g.id
        WHERE g.article_id = f.article_id AND g.type = 'campaign' AND d.campaign_id = NEW.campaign_id AND d.id <> NEW.id);
END;
CREATE TRIGGER campaign_fact_is_gone AFTER DELETE ON campaign_fact BEGIN
    INSERT INTO month_change
    SELECT OLD.campaign_id, substr(a.published_at, 1, 7), -1 FROM fact f JOIN article a ON a.id = f.article_id
    WHERE f.id = OLD.id AND NOT EXISTS (
        SELECT 1 FROM fact g JOIN campaign_fact d ON d.id = g.id
        WHERE g.article_id = f.article_id AND g.type = 'campaign' AND d.campaign_id = OLD.campaign_id AND d.id <> OLD.id);
END;
CREATE TRIGGER campaign_fact_is_anothers AFTER UPDATE OF campaign_id ON campaign_fact WHEN NEW.campaign_id <> OLD.campaign_id BEGIN
    INSERT INTO tag_change SELECT NEW.campaign_id, a.alias, 1 FROM campaign_alias a WHERE a.fact_id = NEW.id AND a.is_hashtag = 1;
    INSERT INTO tag_change SELECT OLD.campaign_id, a.alias, -1 FROM campaign_alias a WHERE a.fact_id = OLD.id AND a.is_hashtag = 1;
    INSERT INTO month_change
    SELECT NEW.campaign_id, substr(a.published_at, 1, 7), 1 FROM fact f JOIN article a ON a.id = f.article_id
    WHERE f.id = NEW.id AND NOT EXISTS (
        SELECT 1 FROM fact g JOIN campaign_fact d ON d.id = g.id
        WHERE g.article_id = f.article_id AND g.type = 'campaign' AND d.campaign_id = NEW.campaign_id AND d.id <> NEW.id);
    INSERT INTO month_change
    SELECT OLD.campaign_id, substr(a.published_at, 1, 7), -1 FROM fact f JOIN article a ON a.id = f.article_id
    WHERE f.id = OLD.id AND NOT EXISTS (
        SELECT 1 FROM fact g JOIN campaign_fact d ON d.id = g.id
        WHERE g.article_id = f.article_id AND g.type = 'campaign' AND d.campaign_id = OLD.campaign_id AND d.id <> OLD.id);
END;
CREATE TRIGGER article_is_of_another_month AFTER UPDATE OF published_at ON article WHEN substr(NEW.published_at, 1, 7) IS NOT substr(OLD.published_at, 1, 7) BEGIN
    INSERT INTO month_change
    SELECT DISTINCT c.campaign_id, substr(NEW.published_at, 1, 7), 1 FROM fact f JOIN campaign_fact c ON c.id = f.id WHERE f.article_id = NEW.id AND f.type = 'campaign';
    INSERT INTO month_change
    SELECT DISTINCT c.campaign_id, substr(OLD.published_at, 1, 7), -1 FROM fact f JOIN campaign_fact c ON c.id = f.id WHERE f.article_id = NEW.id AND f.type = 'campaign';
END;

DROP VIEW campaign_hashtags;
CREATE VIEW campaign_hashtags AS
SELECT t.campaign_id, e.name, t.tag
FROM campaign_tag t
JOIN campaign e ON e.id = t.campaign_id;

CREATE VIEW campaign_months AS
SELECT m.month, m.campaign_id, e.name,
       (SELECT c.kind FROM campaign_fact c WHERE c.campaign_id = m.campaign_id AND c.kind IS NOT NULL ORDER BY c.id LIMIT 1) AS kind, m.articles,
       (SELECT group_concat('#' || t.tag, ' ') FROM campaign_tag t WHERE t.campaign_id = m.campaign_id) AS hashtags
FROM campaign_month m
JOIN campaign e ON e.id = m.campaign_id;
