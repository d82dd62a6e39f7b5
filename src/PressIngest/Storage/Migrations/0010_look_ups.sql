-- Every article has its row among the wordings from the first moment, one of version 0 until its copies were looked for: so its cluster can be looked up.
INSERT INTO wording (article_id, version, words, printed_at, cluster_id)
SELECT id, 0, 0, COALESCE(published_at, first_seen_at, fetched_at), id FROM article WHERE id NOT IN (SELECT article_id FROM wording);
CREATE TRIGGER article_comes AFTER INSERT ON article BEGIN
    INSERT INTO wording (article_id, version, words, printed_at, cluster_id)
    VALUES (NEW.id, 0, 0, COALESCE(NEW.published_at, NEW.first_seen_at, NEW.fetched_at), NEW.id);
END;

DROP VIEW articles;
CREATE VIEW articles AS
SELECT a.id, a.url, a.canonical_url, a.title, a.author, a.published_at, a.fetched_at, a.language, s.key AS source, a.text, w.cluster_id, w.is_copy
FROM article a
JOIN source_state s ON s.id = a.source_id
JOIN wording w ON w.article_id = a.id;

DROP VIEW printed_article;
CREATE VIEW printed_article AS
SELECT a.id, a.source_id, w.cluster_id, w.printed_at
FROM article a
JOIN wording w ON w.article_id = a.id;

-- Most articles are no copies.
CREATE INDEX wording_copy ON wording (cluster_id) WHERE is_copy = 1;

-- The diary by source and day, as it is counted.
CREATE INDEX run_day ON run (source_id, substr(started_at, 1, 10), started_at, outcome, added, failed, message);
DROP VIEW coverage;
CREATE VIEW coverage AS
SELECT s.key AS source, substr(r.started_at, 1, 10) AS day, COUNT(*) AS looks, SUM(r.outcome = 'done') AS looks_done, SUM(r.outcome = 'failed') AS looks_failed,
       SUM(r.added) AS articles_added, SUM(r.failed) AS articles_failed, MIN(r.started_at) AS first_look, MAX(r.started_at) AS last_look,
       MAX(CASE WHEN r.outcome = 'failed' THEN r.message END) AS error
FROM run r
JOIN source_state s ON s.id = r.source_id
GROUP BY r.source_id, substr(r.started_at, 1, 10), s.key;
