-- Addresses that are never taken in again. Only their hash: who knows an address can look it up, nobody can read one out.
CREATE TABLE forgotten (
    address_hash TEXT PRIMARY KEY,
    forgotten_at TEXT NOT NULL
) WITHOUT ROWID;

-- The columns in the order of the key: of others SQLite 3.40 says in a quick_check that they hold NULL.
CREATE TEMPORARY TABLE alias_before AS SELECT fact_id, is_hashtag, alias FROM campaign_alias;
DROP TABLE campaign_alias;
CREATE TABLE campaign_alias (
    fact_id INTEGER NOT NULL REFERENCES campaign_fact (id) ON DELETE CASCADE,
    is_hashtag INTEGER NOT NULL CHECK (is_hashtag IN (0, 1)),
    alias TEXT NOT NULL,
    PRIMARY KEY (fact_id, is_hashtag, alias)
) WITHOUT ROWID;
INSERT INTO campaign_alias (fact_id, is_hashtag, alias) SELECT fact_id, is_hashtag, alias FROM alias_before;
DROP TABLE alias_before;
