-- Since when an article and its present text are known. Null of articles of an earlier schema: fetched_at is the nearest that is known.
ALTER TABLE article ADD COLUMN first_seen_at TEXT;
ALTER TABLE article ADD COLUMN text_seen_at TEXT;

-- An article's place among copies: the cluster is its lowest article, the original the one that was printed first.
CREATE TABLE wording (
    article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    words INTEGER NOT NULL CHECK (words >= 0),
    printed_at TEXT NOT NULL,
    cluster_id INTEGER NOT NULL,
    is_copy INTEGER NOT NULL DEFAULT 0 CHECK (is_copy IN (0, 1))
);
CREATE INDEX wording_cluster ON wording (cluster_id, is_copy);

-- By its marks a text is found whose wording has much in common with another's.
CREATE TABLE wording_mark (
    article_id INTEGER NOT NULL REFERENCES wording (article_id) ON DELETE CASCADE,
    mark INTEGER NOT NULL,
    PRIMARY KEY (article_id, mark)
) WITHOUT ROWID;
CREATE INDEX wording_mark_mark ON wording_mark (mark, article_id);

-- What holds a cluster together: two articles, one of which is a copy of the other, or both of a third.
CREATE TABLE alike (
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    other_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    PRIMARY KEY (article_id, other_id)
) WITHOUT ROWID;
CREATE INDEX alike_other ON alike (other_id);

-- A copy beside its original. A row whose original is no longer that of the cluster says nothing.
CREATE TABLE copy (
    article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    original_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    share REAL NOT NULL CHECK (share BETWEEN 0 AND 1),
    share_of_original REAL NOT NULL CHECK (share_of_original BETWEEN 0 AND 1)
);
CREATE INDEX copy_original ON copy (original_id);

-- Texts that stood at an article's address before its present one.
CREATE TABLE article_version (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    title TEXT,
    text TEXT NOT NULL,
    hash TEXT NOT NULL,
    first_seen_at TEXT NOT NULL,
    last_seen_at TEXT NOT NULL,
    UNIQUE (article_id, hash)
);

-- What the words of a quotation have in common however they are spelt.
ALTER TABLE quote_fact ADD COLUMN words_key INTEGER;
CREATE INDEX quote_words ON quote_fact (words_key);

-- The columns are older than the clusters, which now have a table of their own: what changes often is small there.
DROP VIEW articles;
ALTER TABLE article DROP COLUMN cluster_id;
ALTER TABLE article DROP COLUMN is_copy;
CREATE VIEW articles AS
SELECT a.id, a.url, a.canonical_url, a.title, a.author, a.published_at, a.fetched_at, a.language, s.key AS source, a.text,
       COALESCE(w.cluster_id, a.id) AS cluster_id, COALESCE(w.is_copy, 0) AS is_copy
FROM article a
JOIN source_state s ON s.id = a.source_id
LEFT JOIN wording w ON w.article_id = a.id;

CREATE VIEW printed_article AS
SELECT a.id, a.source_id, COALESCE(w.cluster_id, a.id) AS cluster_id, COALESCE(w.printed_at, a.published_at, a.fetched_at) AS printed_at
FROM article a
LEFT JOIN wording w ON w.article_id = a.id;

CREATE VIEW copies AS
SELECT w.cluster_id, a.id AS article_id, a.url, a.title, a.published_at, s.key AS source,
       o.id AS original_id, o.url AS original_url, o.title AS original_title, o.published_at AS original_published_at, os.key AS original_source,
       ROUND((julianday(w.printed_at) - julianday(ow.printed_at)) * 24, 2) AS delay_hours, c.share, c.share_of_original
FROM wording w
JOIN wording ow ON ow.cluster_id = w.cluster_id AND ow.is_copy = 0
JOIN article a ON a.id = w.article_id
JOIN source_state s ON s.id = a.source_id
JOIN article o ON o.id = ow.article_id
JOIN source_state os ON os.id = o.source_id
LEFT JOIN copy c ON c.article_id = w.article_id AND c.original_id = ow.article_id
WHERE w.is_copy = 1;

CREATE VIEW campaigns_printed AS
SELECT c.campaign_id, e.name, COUNT(DISTINCT f.article_id) AS printed, COUNT(DISTINCT t.cluster_id) AS said, COUNT(DISTINCT t.source_id) AS sources,
       MIN(t.printed_at) AS first_printed, MAX(t.printed_at) AS last_printed
FROM campaign_fact c
JOIN campaign e ON e.id = c.campaign_id
JOIN fact f ON f.id = c.id
JOIN printed_article t ON t.id = f.article_id
GROUP BY c.campaign_id;

CREATE VIEW quotes_printed AS
SELECT g.quote_id, q.speaker_id, q.speaker, f.text, q.campaign_id, g.printed, g.said, g.sources, g.first_printed, g.last_printed
FROM (
    SELECT MIN(q.id) AS quote_id, COUNT(DISTINCT f.article_id) AS printed, COUNT(DISTINCT t.cluster_id) AS said, COUNT(DISTINCT t.source_id) AS sources,
           MIN(t.printed_at) AS first_printed, MAX(t.printed_at) AS last_printed
    FROM quote_fact q
    JOIN fact f ON f.id = q.id
    JOIN printed_article t ON t.id = f.article_id
    GROUP BY COALESCE(q.words_key, 'quote ' || q.id), q.speaker_id
) g
JOIN quote_fact q ON q.id = g.quote_id
JOIN fact f ON f.id = g.quote_id;

-- A number says the same where it measures the same campaign; of no campaign, where copies of one release print it.
CREATE VIEW figures_printed AS
SELECT g.figure_id, f.text, x.value, x.upper, x.unit, x.currency, x.noun, x.per, x.qualifier, x.campaign_id, g.printed, g.said, g.sources, g.first_printed, g.last_printed
FROM (
    SELECT MIN(x.id) AS figure_id, COUNT(DISTINCT f.article_id) AS printed, COUNT(DISTINCT t.cluster_id) AS said, COUNT(DISTINCT t.source_id) AS sources,
           MIN(t.printed_at) AS first_printed, MAX(t.printed_at) AS last_printed
    FROM figure_fact x
    JOIN fact f ON f.id = x.id
    JOIN printed_article t ON t.id = f.article_id
    GROUP BY x.campaign_id, CASE WHEN x.campaign_id IS NULL THEN t.cluster_id END, x.value, x.upper, x.unit, x.currency, x.noun, x.per, x.qualifier
) g
JOIN figure_fact x ON x.id = g.figure_id
JOIN fact f ON f.id = g.figure_id;

CREATE VIEW versions AS
SELECT v.article_id, a.url, s.key AS source, v.title, v.text, v.hash, v.first_seen_at AS first_seen, v.last_seen_at AS last_seen, 0 AS is_current
FROM article_version v
JOIN article a ON a.id = v.article_id
JOIN source_state s ON s.id = a.source_id
UNION ALL
SELECT a.id, a.url, s.key, a.title, a.text, a.content_hash, COALESCE(a.text_seen_at, a.fetched_at),
       COALESCE((SELECT MAX(l.checked_at) FROM link l WHERE l.article_id = a.id AND l.outcome = 'stored'), a.fetched_at), 1
FROM article a
JOIN source_state s ON s.id = a.source_id;
