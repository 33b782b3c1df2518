-- seen_ms: when the job had ended (finished_ms) that somebody has looked at after it failed or was
-- parked. Should it fail again, it ends at another time, and that has been seen by nobody.
ALTER TABLE job ADD COLUMN seen_ms INTEGER NOT NULL DEFAULT 0;
CREATE INDEX job_unseen ON job(state) WHERE state >= 5 AND seen_ms <> finished_ms;

-- The batches that are not at their end, and those that need somebody, however long ago they began.
CREATE INDEX job_open_batch ON job(batch_id) WHERE state < 3;
CREATE INDEX job_bad_batch ON job(batch_id) WHERE state >= 5;

DROP VIEW job_row;
CREATE VIEW job_row AS
    SELECT j.id, j.batch_id, j.kind, j.version, j.title, j.payload, j.checkpoint, j.priority, j.state,
           j.due_ms, j.claim, j.attempt, j.failures, j.max_attempts, j.crashes, j.deaths, j.wish,
           j.created_ms, j.started_ms, j.finished_ms, j.error_code, j.error_text, j.lane, j.units,
           coalesce(p.done, 0) AS done, coalesce(p.total, 0) AS total, j.seen_ms
    FROM job j LEFT JOIN job_progress p ON p.job_id = j.id;
DROP VIEW job_line;
CREATE VIEW job_line AS
    SELECT j.id, j.batch_id, j.kind, j.version, j.title, '' AS payload, '' AS checkpoint, j.priority, j.state,
           j.due_ms, j.claim, j.attempt, j.failures, j.max_attempts, j.crashes, j.deaths, j.wish,
           j.created_ms, j.started_ms, j.finished_ms, j.error_code, j.error_text, j.lane, j.units,
           coalesce(p.done, 0) AS done, coalesce(p.total, 0) AS total, j.seen_ms
    FROM job j LEFT JOIN job_progress p ON p.job_id = j.id;
