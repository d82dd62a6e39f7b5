-- A word in the title tells more of what an article is about.
INSERT INTO articles_fts (articles_fts, rank) VALUES ('rank', 'bm25(5.0, 1.0)');

-- The folding of the index letter by letter, so that SQL alone can fold what somebody types; the program fills it.
CREATE TABLE folding (
    letter TEXT PRIMARY KEY,
    folded TEXT NOT NULL
) WITHOUT ROWID;

-- Words as somebody types them, in JSON (a string or an array of strings), as queries of the index: each a word or phrase, * at its end for any ending.
-- The hidden column of json_tree makes the view take them as an argument.
CREATE VIEW typed_words AS
SELECT w.json AS words,
       (SELECT group_concat(q.quoted, ' AND ') FROM (
            SELECT '"' || rtrim(t.folded, '*') || CASE WHEN t.folded LIKE '%*' THEN '"*' ELSE '"' END AS quoted
            FROM (
                SELECT (WITH RECURSIVE spelt (rest, folded) AS (
                            SELECT replace(e.value, '"', ' '), ''
                            UNION ALL
                            SELECT substr(rest, 2), folded || COALESCE((SELECT g.folded FROM folding g WHERE g.letter = substr(rest, 1, 1)), substr(rest, 1, 1))
                            FROM spelt WHERE rest <> '')
                        SELECT folded FROM spelt WHERE rest = '') AS folded
                FROM json_each(w.json) e) t) q) AS as_typed,
       (SELECT group_concat('(' || q.forms || ')', ' AND ') FROM (
            SELECT (SELECT group_concat('"' || p.column1 || rtrim(t.stem, '*') || CASE WHEN t.stem LIKE '%*' THEN '"*' ELSE '"' END, ' OR ')
                    FROM (VALUES (''), ('ال'), ('لل'), ('ب'), ('ل'), ('ك'), ('بال'), ('كال'),
                                 ('و'), ('وال'), ('ولل'), ('وب'), ('ول'), ('وك'), ('وبال'), ('وكال'),
                                 ('ف'), ('فال'), ('فلل'), ('فب'), ('فل'), ('فك'), ('فبال'), ('فكال')) p) AS forms
            FROM (
                SELECT CASE WHEN s.folded LIKE 'ال%' AND length(s.folded) > 4 THEN substr(s.folded, 3) ELSE s.folded END AS stem
                FROM (
                    SELECT (WITH RECURSIVE spelt (rest, folded) AS (
                                SELECT replace(e.value, '"', ' '), ''
                                UNION ALL
                                SELECT substr(rest, 2), folded || COALESCE((SELECT g.folded FROM folding g WHERE g.letter = substr(rest, 1, 1)), substr(rest, 1, 1))
                                FROM spelt WHERE rest <> '')
                            SELECT folded FROM spelt WHERE rest = '') AS folded
                    FROM json_each(w.json) e) s) t) q) AS with_particles
FROM json_tree w
WHERE w.fullkey = '$';

-- CROSS JOIN: the words come first.
CREATE VIEW search AS
SELECT t.words, a.id AS article_id, a.url, a.title, a.published_at, s.key AS source, snippet(articles_fts, -1, '[', ']', '…', 16) AS found, articles_fts.rank AS rank
FROM typed_words t
CROSS JOIN articles_fts ON articles_fts MATCH t.as_typed
JOIN article a ON a.id = articles_fts.rowid
JOIN source_state s ON s.id = a.source_id;

CREATE VIEW search_attached AS
SELECT t.words, a.id AS article_id, a.url, a.title, a.published_at, s.key AS source, snippet(articles_fts, -1, '[', ']', '…', 16) AS found, articles_fts.rank AS rank
FROM typed_words t
CROSS JOIN articles_fts ON articles_fts MATCH t.with_particles
JOIN article a ON a.id = articles_fts.rowid
JOIN source_state s ON s.id = a.source_id;
