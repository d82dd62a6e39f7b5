-- Times are UTC text, YYYY-MM-DDTHH:MM:SSZ. Starts and lengths count characters as substr() does.

-- A source as it is now: what its last runs came to, and when it is looked at next.
CREATE TABLE source_state (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    country TEXT,
    etag TEXT,
    last_modified TEXT,
    asked_in_full_at TEXT,
    state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'ok', 'silent', 'failing', 'blocked', 'drifted', 'gap')),
    state_since TEXT,
    last_run_at TEXT,
    last_success_at TEXT,
    last_new_at TEXT,
    next_run_at TEXT,
    last_error TEXT,
    failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
    slowdown INTEGER NOT NULL DEFAULT 0 CHECK (slowdown >= 0),
    usual_gap_seconds INTEGER
);

-- The diary of ninety days: every look at a source and every request.
CREATE TABLE run (
    id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES source_state (id) ON DELETE CASCADE,
    started_at TEXT NOT NULL,
    finished_at TEXT,
    outcome TEXT NOT NULL CHECK (outcome IN ('running', 'done', 'failed', 'stopped')),
    message TEXT,
    links INTEGER NOT NULL DEFAULT 0,
    added INTEGER NOT NULL DEFAULT 0,
    updated INTEGER NOT NULL DEFAULT 0,
    unchanged INTEGER NOT NULL DEFAULT 0,
    skipped INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX run_source ON run (source_id, started_at);
CREATE INDEX run_started ON run (started_at);

CREATE TABLE request (
    id INTEGER PRIMARY KEY,
    host TEXT NOT NULL,
    url TEXT NOT NULL,
    started_at TEXT NOT NULL,
    milliseconds INTEGER NOT NULL CHECK (milliseconds >= 0),
    outcome TEXT NOT NULL
);
CREATE INDEX request_started ON request (started_at);
CREATE INDEX request_host ON request (host, started_at);

CREATE TABLE article (
    id INTEGER PRIMARY KEY,
    identity TEXT NOT NULL UNIQUE,
    url TEXT NOT NULL,
    canonical_url TEXT,
    source_id INTEGER NOT NULL REFERENCES source_state (id),
    title TEXT,
    title_in_text INTEGER NOT NULL DEFAULT 0 CHECK (title_in_text IN (0, 1)),
    author TEXT,
    published_at TEXT,
    fetched_at TEXT NOT NULL,
    language TEXT,
    site TEXT,
    text TEXT NOT NULL,
    page_hashtags TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(page_hashtags)),
    content_hash TEXT NOT NULL,
    rule_set TEXT NOT NULL,
    cluster_id INTEGER,
    is_copy INTEGER NOT NULL DEFAULT 0 CHECK (is_copy IN (0, 1))
);
CREATE INDEX article_published ON article (published_at);
CREATE INDEX article_source ON article (source_id, published_at);
CREATE INDEX article_url ON article (url);

-- The page as it came, so that everything can be read and extracted again.
CREATE TABLE page (
    article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    body BLOB NOT NULL,
    compression TEXT NOT NULL CHECK (compression = 'br'),
    content_type TEXT,
    length INTEGER NOT NULL
);

-- What came of every link that a source gave, article or not.
CREATE TABLE link (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL UNIQUE,
    source_id INTEGER NOT NULL REFERENCES source_state (id) ON DELETE CASCADE,
    article_id INTEGER REFERENCES article (id) ON DELETE SET NULL,
    outcome TEXT NOT NULL,
    reason TEXT,
    attempts INTEGER NOT NULL DEFAULT 0,
    first_seen_at TEXT NOT NULL,
    checked_at TEXT NOT NULL,
    next_try_at TEXT,
    etag TEXT,
    last_modified TEXT,
    hint TEXT,
    body_hash TEXT
);
CREATE INDEX link_due ON link (source_id, next_try_at) WHERE next_try_at IS NOT NULL;
CREATE INDEX link_article ON link (article_id);

CREATE TABLE campaign (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL
);

CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL
);

-- One row a fact. `identity` is all that it says: a fact that says the same after a new extraction stays the same row.
CREATE TABLE fact (
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
    UNIQUE (article_id, type, identity)
);

CREATE TABLE hashtag_fact (
    id INTEGER PRIMARY KEY REFERENCES fact (id) ON DELETE CASCADE,
    tag TEXT NOT NULL,
    folded TEXT NOT NULL
);
CREATE INDEX hashtag_folded ON hashtag_fact (folded);

CREATE TABLE handle_fact (
    id INTEGER PRIMARY KEY REFERENCES fact (id) ON DELETE CASCADE,
    handle TEXT NOT NULL
);
CREATE INDEX handle_handle ON handle_fact (handle);

CREATE TABLE campaign_fact (
    id INTEGER PRIMARY KEY REFERENCES fact (id) ON DELETE CASCADE,
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    name TEXT NOT NULL,
    kind TEXT,
    organization TEXT
);
CREATE INDEX campaign_fact_campaign ON campaign_fact (campaign_id);

CREATE TABLE campaign_alias (
    fact_id INTEGER NOT NULL REFERENCES campaign_fact (id) ON DELETE CASCADE,
    alias TEXT NOT NULL,
    is_hashtag INTEGER NOT NULL CHECK (is_hashtag IN (0, 1)),
    PRIMARY KEY (fact_id, is_hashtag, alias)
) WITHOUT ROWID;

CREATE TABLE quote_fact (
    id INTEGER PRIMARY KEY REFERENCES fact (id) ON DELETE CASCADE,
    speaker_id INTEGER REFERENCES person (id),
    speaker TEXT,
    role TEXT,
    organization TEXT,
    unnamed TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('direct', 'indirect')),
    cue TEXT,
    campaign_id INTEGER REFERENCES campaign (id)
);
CREATE INDEX quote_speaker ON quote_fact (speaker_id);
CREATE INDEX quote_campaign ON quote_fact (campaign_id);

CREATE TABLE figure_fact (
    id INTEGER PRIMARY KEY REFERENCES fact (id) ON DELETE CASCADE,
    value NUMERIC NOT NULL,
    upper NUMERIC,
    unit TEXT NOT NULL CHECK (unit IN ('count', 'percent', 'money', 'measure')),
    currency TEXT,
    noun TEXT,
    per TEXT,
    qualifier TEXT NOT NULL CHECK (qualifier IN ('exact', 'more_than', 'less_than', 'about', 'up_to', 'at_least')),
    campaign_id INTEGER REFERENCES campaign (id)
);
CREATE INDEX figure_noun ON figure_fact (noun);
CREATE INDEX figure_campaign ON figure_fact (campaign_id);

CREATE TABLE date_fact (
    id INTEGER PRIMARY KEY REFERENCES fact (id) ON DELETE CASCADE,
    from_date TEXT NOT NULL,
    to_date TEXT,
    what TEXT,
    campaign_id INTEGER REFERENCES campaign (id)
);
CREATE INDEX date_campaign ON date_fact (campaign_id);

CREATE TABLE person_fact (
    id INTEGER PRIMARY KEY REFERENCES fact (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id),
    name TEXT NOT NULL,
    role TEXT,
    organization TEXT
);
CREATE INDEX person_fact_person ON person_fact (person_id);

-- Every place of a fact, and the evidence for a quote: its cue, speaker, role and organisation.
CREATE TABLE fact_place (
    fact_id INTEGER NOT NULL REFERENCES fact (id) ON DELETE CASCADE,
    part TEXT NOT NULL CHECK (part IN ('mention', 'cue', 'speaker', 'role', 'organization')),
    place TEXT NOT NULL CHECK (place IN ('text', 'title')),
    start INTEGER NOT NULL CHECK (start >= 0),
    length INTEGER NOT NULL CHECK (length >= 0),
    PRIMARY KEY (fact_id, part, place, start, length)
) WITHOUT ROWID;

-- The running service says here that it lives; `health` reads it.
CREATE TABLE heartbeat (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    process_id INTEGER NOT NULL,
    host TEXT NOT NULL,
    started_at TEXT NOT NULL,
    beat_at TEXT NOT NULL,
    stopped_at TEXT
);

CREATE VIEW articles AS
SELECT a.id, a.url, a.canonical_url, a.title, a.author, a.published_at, a.fetched_at, a.language, s.key AS source, a.text,
       COALESCE(a.cluster_id, a.id) AS cluster_id, a.is_copy
FROM article a
JOIN source_state s ON s.id = a.source_id;

CREATE VIEW fact_row AS
SELECT f.id, f.type, f.text, f.place, f.start, f.length, f.rule, f.rule_set, f.article_id, a.url, a.title, a.published_at, s.key AS source
FROM fact f
JOIN article a ON a.id = f.article_id
JOIN source_state s ON s.id = a.source_id;

CREATE VIEW hashtags AS
SELECT h.tag, h.folded, r.text AS matched_text,
       r.article_id, r.url, r.title, r.published_at, r.source, r.place, r.start, r.length, r.rule, r.rule_set
FROM hashtag_fact h JOIN fact_row r ON r.id = h.id;

CREATE VIEW handles AS
SELECT h.handle, r.text AS matched_text,
       r.article_id, r.url, r.title, r.published_at, r.source, r.place, r.start, r.length, r.rule, r.rule_set
FROM handle_fact h JOIN fact_row r ON r.id = h.id;

CREATE VIEW campaigns AS
SELECT c.campaign_id, c.name, c.kind, c.organization, r.text AS matched_text,
       r.article_id, r.url, r.title, r.published_at, r.source, r.place, r.start, r.length, r.rule, r.rule_set
FROM campaign_fact c JOIN fact_row r ON r.id = c.id;

CREATE VIEW campaign_hashtags AS
SELECT DISTINCT c.campaign_id, e.name, a.alias AS tag
FROM campaign_alias a
JOIN campaign_fact c ON c.id = a.fact_id
JOIN campaign e ON e.id = c.campaign_id
WHERE a.is_hashtag = 1;

CREATE VIEW quotes AS
SELECT q.id AS quote_id, q.speaker_id, q.speaker, q.role, q.organization, q.unnamed, q.kind, q.cue, r.text, q.campaign_id,
       r.article_id, r.url, r.title, r.published_at, r.source, r.place, r.start, r.length, r.rule, r.rule_set
FROM quote_fact q JOIN fact_row r ON r.id = q.id;

CREATE VIEW figures AS
SELECT f.id AS figure_id, r.text, f.value, f.upper, f.unit, f.currency, f.noun, f.per, f.qualifier, f.campaign_id,
       r.article_id, r.url, r.title, r.published_at, r.source, r.place, r.start, r.length, r.rule, r.rule_set
FROM figure_fact f JOIN fact_row r ON r.id = f.id;

CREATE VIEW dates AS
SELECT r.text, d.from_date, d.to_date, d.what, d.campaign_id,
       r.article_id, r.url, r.title, r.published_at, r.source, r.place, r.start, r.length, r.rule, r.rule_set
FROM date_fact d JOIN fact_row r ON r.id = d.id;

CREATE VIEW people AS
SELECT p.person_id, e.name, p.role, p.organization,
       MIN(COALESCE(a.published_at, a.fetched_at)) AS first_seen, MAX(COALESCE(a.published_at, a.fetched_at)) AS last_seen,
       (SELECT COUNT(*) FROM quote_fact q WHERE q.speaker_id = p.person_id AND q.role IS p.role AND q.organization IS p.organization) AS quotes
FROM person_fact p
JOIN person e ON e.id = p.person_id
JOIN fact f ON f.id = p.id
JOIN article a ON a.id = f.article_id
GROUP BY p.person_id, p.role, p.organization;

-- Every place where a fact stands, and the evidence for every quote.
CREATE VIEW mentions AS
SELECT m.fact_id, r.type, m.part, m.place, m.start, m.length,
       substr(CASE m.place WHEN 'title' THEN a.title ELSE a.text END, m.start + 1, m.length) AS matched_text, r.article_id, r.url, r.source
FROM fact_place m
JOIN fact_row r ON r.id = m.fact_id
JOIN article a ON a.id = r.article_id;

-- "No news" told from "we could not look": a row a source and day on which it was looked at.
CREATE VIEW coverage AS
SELECT s.key AS source, substr(r.started_at, 1, 10) AS day, COUNT(*) AS looks, SUM(r.outcome = 'done') AS looks_done, SUM(r.outcome = 'failed') AS looks_failed,
       SUM(r.added) AS articles_added, SUM(r.failed) AS articles_failed, MIN(r.started_at) AS first_look, MAX(r.started_at) AS last_look,
       MAX(CASE WHEN r.outcome = 'failed' THEN r.message END) AS error
FROM run r
JOIN source_state s ON s.id = r.source_id
GROUP BY s.id, day;

-- The index holds folded words, its content is the spelling as stored: snippet() shows the original.
CREATE VIEW article_spelling AS SELECT id, title, text FROM article;
CREATE VIRTUAL TABLE articles_fts USING fts5 (
    title, text, content = 'article_spelling', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Cf Co'"
);

CREATE TABLE dictionary (
    object TEXT NOT NULL,
    column TEXT NOT NULL,
    meaning TEXT NOT NULL,
    unit TEXT,
    example TEXT,
    PRIMARY KEY (object, column)
) WITHOUT ROWID;
