-- state: -1 paused by the user, before 0 queued; the others are as before.
-- lane: jobs of one kind in one lane take turns, as the kind's limit says: the store's uid for a
-- deletion. units: the size of the job as a part of its batch, in units of its progress.
-- wait_ms: how long a delayed job waits after its last attempt; 0 when due_ms is a date. A longer
-- wait than that means that the clock was set back.
-- wish: what the user wants of a running job: 0 nothing, 1 cancel, 2 pause.
ALTER TABLE job ADD COLUMN lane TEXT NOT NULL DEFAULT '';
ALTER TABLE job ADD COLUMN units INTEGER NOT NULL DEFAULT 1;
ALTER TABLE job ADD COLUMN wait_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE job RENAME COLUMN cancel TO wish;
DROP INDEX job_ready;
CREATE INDEX job_ready ON job(kind, lane, priority DESC, due_ms, id) WHERE state = 0;
CREATE INDEX job_paused ON job(id) WHERE state = -1;

-- A job as it is read, with its progress; a line of a list goes without payload and checkpoint.
CREATE VIEW job_row AS
    SELECT j.id, j.batch_id, j.kind, j.version, j.title, j.payload, j.checkpoint, j.priority, j.state,
           j.due_ms, j.claim, j.attempt, j.failures, j.max_attempts, j.crashes, j.deaths, j.wish,
           j.created_ms, j.started_ms, j.finished_ms, j.error_code, j.error_text, j.lane, j.units,
           coalesce(p.done, 0) AS done, coalesce(p.total, 0) AS total
    FROM job j LEFT JOIN job_progress p ON p.job_id = j.id;
CREATE VIEW job_line AS
    SELECT j.id, j.batch_id, j.kind, j.version, j.title, '' AS payload, '' AS checkpoint, j.priority, j.state,
           j.due_ms, j.claim, j.attempt, j.failures, j.max_attempts, j.crashes, j.deaths, j.wish,
           j.created_ms, j.started_ms, j.finished_ms, j.error_code, j.error_text, j.lane, j.units,
           coalesce(p.done, 0) AS done, coalesce(p.total, 0) AS total
    FROM job j LEFT JOIN job_progress p ON p.job_id = j.id;

-- When jobs may begin, by kind; the empty kind is every job. hours: of the week, as text; empty:
-- all. mains: 1 while the machine is not on its battery.
CREATE TABLE work_rule (
    kind  TEXT    PRIMARY KEY,
    hours TEXT    NOT NULL DEFAULT '',
    zone  TEXT    NOT NULL DEFAULT '',
    mains INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- A rule that enqueues jobs again and again. action: what it does, payload: to what, JSON.
-- next_ms: when it is due next, 0: never again.
CREATE TABLE schedule (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    name       TEXT    NOT NULL UNIQUE,
    action     TEXT    NOT NULL,
    payload    TEXT    NOT NULL,
    rule       TEXT    NOT NULL,
    zone       TEXT    NOT NULL,
    who        TEXT    NOT NULL,
    created_ms INTEGER NOT NULL,
    enabled    INTEGER NOT NULL DEFAULT 1,
    next_ms    INTEGER NOT NULL
) STRICT;
CREATE INDEX schedule_due ON schedule(next_ms) WHERE enabled = 1;

-- One run of a schedule. The key is what keeps a run from happening twice. batch_id 0: nothing was
-- enqueued, and code and text say why.
CREATE TABLE schedule_run (
    schedule_id INTEGER NOT NULL REFERENCES schedule(id) ON DELETE CASCADE,
    due_ms      INTEGER NOT NULL,
    ran_ms      INTEGER NOT NULL,
    batch_id    INTEGER NOT NULL DEFAULT 0,
    code        INTEGER NOT NULL DEFAULT 0,
    text        TEXT    NOT NULL DEFAULT '',
    PRIMARY KEY (schedule_id, due_ms)
) STRICT, WITHOUT ROWID;

-- A schedule with its last run.
CREATE VIEW schedule_row AS
    SELECT s.id, s.name, s.action, s.payload, s.rule, s.zone, s.who, s.created_ms, s.enabled, s.next_ms,
           r.due_ms, r.ran_ms, r.batch_id, r.code, r.text
    FROM schedule s LEFT JOIN schedule_run r ON r.schedule_id = s.id
        AND r.due_ms = (SELECT max(due_ms) FROM schedule_run WHERE schedule_id = s.id);
