-- How long a source asked, at its last answer, not to be asked again (RSS ttl, Cache-Control, Expires).
ALTER TABLE source_state ADD COLUMN fresh_seconds INTEGER;
