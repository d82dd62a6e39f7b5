CREATE TABLE organization (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL
);

-- Why a name in an article is taken for a name of that person, campaign or organisation.
CREATE TABLE entity_name (
    kind TEXT NOT NULL CHECK (kind IN ('person', 'campaign', 'organization')),
    entity_id INTEGER NOT NULL,
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    spelling TEXT NOT NULL,
    key TEXT NOT NULL,
    rule TEXT NOT NULL CHECK (rule IN ('letters', 'alias', 'hashtag', 'entities.yaml')),
    title TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (article_id, kind, spelling, entity_id)
) WITHOUT ROWID;
CREATE INDEX entity_name_key ON entity_name (kind, key, rule, entity_id);
CREATE INDEX entity_name_entity ON entity_name (kind, entity_id, title);

INSERT OR IGNORE INTO entity_name (kind, entity_id, article_id, spelling, key, rule)
SELECT 'person', p.person_id, f.article_id, p.name, e.key, 'letters'
FROM person_fact p JOIN fact f ON f.id = p.id JOIN person e ON e.id = p.person_id
UNION ALL
SELECT 'person', q.speaker_id, f.article_id, q.speaker, e.key, 'letters'
FROM quote_fact q JOIN fact f ON f.id = q.id JOIN person e ON e.id = q.speaker_id
UNION ALL
SELECT 'campaign', c.campaign_id, f.article_id, c.name, e.key, 'letters'
FROM campaign_fact c JOIN fact f ON f.id = c.id JOIN campaign e ON e.id = c.campaign_id;

CREATE VIEW spellings AS
SELECT n.kind, n.entity_id, COALESCE(p.name, c.name, o.name) AS name, n.spelling, n.rule, COUNT(*) AS articles,
       MIN(COALESCE(a.published_at, a.fetched_at)) AS first_seen, MAX(COALESCE(a.published_at, a.fetched_at)) AS last_seen, MIN(n.article_id) AS article_id
FROM entity_name n
JOIN article a ON a.id = n.article_id
LEFT JOIN person p ON n.kind = 'person' AND p.id = n.entity_id
LEFT JOIN campaign c ON n.kind = 'campaign' AND c.id = n.entity_id
LEFT JOIN organization o ON n.kind = 'organization' AND o.id = n.entity_id
GROUP BY n.kind, n.entity_id, n.spelling, n.rule;

CREATE VIEW organizations AS
SELECT n.entity_id AS organization_id, o.name, n.spelling, COUNT(*) AS articles
FROM entity_name n
JOIN organization o ON o.id = n.entity_id
WHERE n.kind = 'organization'
GROUP BY n.entity_id, n.spelling;
