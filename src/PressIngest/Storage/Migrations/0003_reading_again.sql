-- Which version of reading an article's text is of, and all the pages that it was read from, so that it can be read again.
ALTER TABLE article ADD COLUMN reader TEXT;

-- A fragment is the text that a feed carried where the page could not be had.
ALTER TABLE page ADD COLUMN is_fragment INTEGER NOT NULL DEFAULT 0 CHECK (is_fragment IN (0, 1));
UPDATE page SET is_fragment = 1 WHERE article_id IN (SELECT article_id FROM link WHERE reason LIKE 'from the feed: %');

-- The second and later pages of an article that runs over several.
CREATE TABLE further_page (
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    number INTEGER NOT NULL CHECK (number >= 2),
    body BLOB NOT NULL,
    compression TEXT NOT NULL CHECK (compression = 'br'),
    content_type TEXT,
    length INTEGER NOT NULL,
    PRIMARY KEY (article_id, number)
);

-- A fact of the text as it stands that later rules found no longer. Found again, it is the same fact under the same number.
CREATE TABLE past_fact (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    type TEXT NOT NULL CHECK (type IN ('hashtag', 'handle', 'campaign', 'quote', 'figure', 'date', 'person')),
    identity TEXT NOT NULL,
    place TEXT NOT NULL CHECK (place IN ('text', 'title')),
    start INTEGER NOT NULL CHECK (start >= 0),
    length INTEGER NOT NULL CHECK (length >= 0),
    text TEXT NOT NULL,
    rule TEXT NOT NULL,
    first_rule_set TEXT NOT NULL,
    rule_set TEXT NOT NULL,
    gone_rule_set TEXT NOT NULL,
    UNIQUE (article_id, type, identity)
);

CREATE VIEW fact_history AS
SELECT f.id AS fact_id, f.type, f.text AS matched_text, f.first_rule_set, f.rule_set AS last_rule_set, NULL AS gone_rule_set,
       f.article_id, a.url, s.key AS source, f.place, f.start, f.length, f.rule
FROM fact f JOIN article a ON a.id = f.article_id JOIN source_state s ON s.id = a.source_id
UNION ALL
SELECT f.id, f.type, f.text, f.first_rule_set, f.rule_set, f.gone_rule_set,
       f.article_id, a.url, s.key, f.place, f.start, f.length, f.rule
FROM past_fact f JOIN article a ON a.id = f.article_id JOIN source_state s ON s.id = a.source_id;
