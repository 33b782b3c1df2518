-- Times are milliseconds since the epoch, UTC. Ids and flags are integers.

-- A root folder that holds recordings. uid lies in the store itself (.respool/store.json).
-- kind: 1 gateway, 2 folder. state: 0 online, 1 offline.
CREATE TABLE store (
    id          INTEGER PRIMARY KEY,
    uid         TEXT    NOT NULL UNIQUE,
    kind        INTEGER NOT NULL,
    name        TEXT    NOT NULL,
    path        TEXT    NOT NULL UNIQUE,
    state       INTEGER NOT NULL DEFAULT 0,
    added_ms    INTEGER NOT NULL,
    scanned_ms  INTEGER NOT NULL DEFAULT 0
) STRICT;

-- uid: the session's UUID in a gateway store, a UUID made of the path in a folder store.
-- path: relative to the store's root. state: 0 present, 1 damaged, 2 deleting, 3 trashed,
-- 4 missing. kind: 0 unknown, 1 video, 2 terminal, 3 log, 4 mixed.
-- trash_path: where it lies below the root while trashed. job_id: the job that works on it now.
-- scan_ms: the time of the scan that saw it last.
CREATE TABLE recording (
    id          INTEGER PRIMARY KEY,
    store_id    INTEGER NOT NULL REFERENCES store(id) ON DELETE CASCADE,
    uid         TEXT    NOT NULL,
    path        TEXT    NOT NULL,
    state       INTEGER NOT NULL DEFAULT 0,
    kind        INTEGER NOT NULL DEFAULT 0,
    start_ms    INTEGER NOT NULL DEFAULT 0,
    duration_ms INTEGER NOT NULL DEFAULT 0,
    bytes       INTEGER NOT NULL DEFAULT 0,
    problem     TEXT    NOT NULL DEFAULT '',
    trash_path  TEXT    NOT NULL DEFAULT '',
    trashed_ms  INTEGER NOT NULL DEFAULT 0,
    job_id      INTEGER,
    scan_ms     INTEGER NOT NULL DEFAULT 0,
    UNIQUE (store_id, uid)
) STRICT;
CREATE INDEX recording_uid ON recording(uid);
CREATE INDEX recording_start ON recording(start_ms DESC, id DESC);
CREATE INDEX recording_trashed ON recording(trashed_ms) WHERE state = 3;

-- kind: 1 webm, 2 cast, 3 trp, 4 slog, 5 media. seekable: 0 no, 1 yes, 2 not a question here.
CREATE TABLE part (
    id           INTEGER PRIMARY KEY,
    recording_id INTEGER NOT NULL REFERENCES recording(id) ON DELETE CASCADE,
    position     INTEGER NOT NULL,
    name         TEXT    NOT NULL,
    kind         INTEGER NOT NULL,
    bytes        INTEGER NOT NULL DEFAULT 0,
    start_ms     INTEGER NOT NULL DEFAULT 0,
    duration_ms  INTEGER NOT NULL DEFAULT 0,
    modified_ms  INTEGER NOT NULL DEFAULT 0,
    seekable     INTEGER NOT NULL DEFAULT 2,
    problem      TEXT    NOT NULL DEFAULT '',
    UNIQUE (recording_id, name)
) STRICT;

CREATE TABLE tag (
    recording_id INTEGER NOT NULL REFERENCES recording(id) ON DELETE CASCADE,
    name         TEXT    NOT NULL,
    PRIMARY KEY (recording_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE hold (
    recording_id INTEGER PRIMARY KEY REFERENCES recording(id) ON DELETE CASCADE,
    reason       TEXT    NOT NULL,
    who          TEXT    NOT NULL,
    since_ms     INTEGER NOT NULL
) STRICT;

-- The jobs of one command of the user.
CREATE TABLE batch (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    kind        TEXT    NOT NULL,
    who         TEXT    NOT NULL,
    reason      TEXT    NOT NULL,
    created_ms  INTEGER NOT NULL
) STRICT;

-- state: 0 queued, 1 running, 2 delayed, 3 done, 4 cancelled, 5 failed, 6 parked. Terminal ones
-- are the range from 3 on, those that need somebody the range from 5 on: partial indexes with
-- ranges cost the claim nothing, IN lists do.
-- claim: how often it was claimed, and the fence against a worker that lost it. attempt: the
-- claims that were not given back by a graceful stop or a wait. failures: attempts that ended
-- with an error that counts towards max_attempts. crashes: deaths of the process under this
-- job by its own fault, deaths: without a known fault; both since its last checkpoint.
CREATE TABLE job (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    batch_id     INTEGER NOT NULL REFERENCES batch(id),
    kind         TEXT    NOT NULL,
    version      INTEGER NOT NULL,
    title        TEXT    NOT NULL,
    payload      TEXT    NOT NULL,
    checkpoint   TEXT    NOT NULL DEFAULT '',
    priority     INTEGER NOT NULL DEFAULT 0,
    state        INTEGER NOT NULL DEFAULT 0,
    due_ms       INTEGER NOT NULL,
    claim        INTEGER NOT NULL DEFAULT 0,
    attempt      INTEGER NOT NULL DEFAULT 0,
    failures     INTEGER NOT NULL DEFAULT 0,
    max_attempts INTEGER NOT NULL DEFAULT 5,
    crashes      INTEGER NOT NULL DEFAULT 0,
    deaths       INTEGER NOT NULL DEFAULT 0,
    worker_id    INTEGER,
    cancel       INTEGER NOT NULL DEFAULT 0,
    created_ms   INTEGER NOT NULL,
    started_ms   INTEGER NOT NULL DEFAULT 0,
    finished_ms  INTEGER NOT NULL DEFAULT 0,
    error_code   INTEGER NOT NULL DEFAULT 0,
    error_text   TEXT    NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX job_ready ON job(kind, priority DESC, due_ms, id) WHERE state = 0;
CREATE INDEX job_running ON job(worker_id) WHERE state = 1;
CREATE INDEX job_delayed ON job(due_ms) WHERE state = 2;
CREATE INDEX job_finished ON job(finished_ms, state) WHERE state >= 3;
CREATE INDEX job_attention ON job(state) WHERE state >= 5;
CREATE INDEX job_batch ON job(batch_id);

-- Progress, written lazily: units are items for delete and bytes for remux.
CREATE TABLE job_progress (
    job_id INTEGER PRIMARY KEY REFERENCES job(id) ON DELETE CASCADE,
    done   INTEGER NOT NULL,
    total  INTEGER NOT NULL
) STRICT;

-- outcome: the state the job went into, or 1 while the attempt runs.
CREATE TABLE job_attempt (
    job_id     INTEGER NOT NULL REFERENCES job(id) ON DELETE CASCADE,
    claim      INTEGER NOT NULL,
    attempt    INTEGER NOT NULL,
    host       TEXT    NOT NULL,
    pid        INTEGER NOT NULL,
    started_ms INTEGER NOT NULL,
    ended_ms   INTEGER NOT NULL DEFAULT 0,
    outcome    INTEGER NOT NULL DEFAULT 1,
    error_code INTEGER NOT NULL DEFAULT 0,
    error_text TEXT    NOT NULL DEFAULT '',
    PRIMARY KEY (job_id, claim)
) STRICT, WITHOUT ROWID;

-- level: 0 info, 1 warning, 2 error.
CREATE TABLE job_log (
    id     INTEGER PRIMARY KEY,
    job_id INTEGER NOT NULL REFERENCES job(id) ON DELETE CASCADE,
    at_ms  INTEGER NOT NULL,
    level  INTEGER NOT NULL,
    text   TEXT    NOT NULL
) STRICT;
CREATE INDEX job_log_job ON job_log(job_id, id);

-- What became of each item of a job: one row per recording, kept for the report.
-- code: 0 done, else the number of an error.
CREATE TABLE job_item (
    job_id INTEGER NOT NULL REFERENCES job(id) ON DELETE CASCADE,
    item   TEXT    NOT NULL,
    bytes  INTEGER NOT NULL,
    code   INTEGER NOT NULL,
    text   TEXT    NOT NULL,
    at_ms  INTEGER NOT NULL,
    PRIMARY KEY (job_id, item)
) STRICT, WITHOUT ROWID;

-- A process that runs jobs, from its start on. ended_ms 0: it runs, or it died.
CREATE TABLE worker (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    host       TEXT    NOT NULL,
    pid        INTEGER NOT NULL,
    started_ms INTEGER NOT NULL,
    seen_ms    INTEGER NOT NULL,
    ended_ms   INTEGER NOT NULL DEFAULT 0
) STRICT;

-- A kind of job that is not claimed; the empty kind is the whole queue.
CREATE TABLE queue_pause (
    kind     TEXT    PRIMARY KEY,
    since_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
