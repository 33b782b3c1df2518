-- flagged, seen: 0 or 1. note: what somebody wrote about it. resume_ms: where it was left.
ALTER TABLE recording ADD COLUMN flagged INTEGER NOT NULL DEFAULT 0;
ALTER TABLE recording ADD COLUMN seen INTEGER NOT NULL DEFAULT 0;
ALTER TABLE recording ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE recording ADD COLUMN resume_ms INTEGER NOT NULL DEFAULT 0;

-- Each order of a list has an index that gives its first page without sorting; by start and by uid
-- there is one already.
CREATE INDEX recording_duration ON recording(duration_ms, id);
CREATE INDEX recording_bytes ON recording(bytes, id);
-- What few recordings are is found without walking an order to its end.
CREATE INDEX recording_kind ON recording(kind, start_ms DESC, id DESC);
CREATE INDEX recording_store ON recording(store_id, start_ms DESC, id DESC);
-- The two above would be taken for the other orders as well, and most recordings sorted.
CREATE INDEX recording_kind_duration ON recording(kind, duration_ms, id);
CREATE INDEX recording_kind_bytes ON recording(kind, bytes, id);
CREATE INDEX recording_store_duration ON recording(store_id, duration_ms, id);
CREATE INDEX recording_store_bytes ON recording(store_id, bytes, id);
CREATE INDEX recording_state ON recording(state, start_ms DESC, id DESC);
CREATE INDEX recording_flagged ON recording(start_ms DESC, id DESC) WHERE flagged = 1;
CREATE INDEX part_not_seekable ON part(recording_id) WHERE seekable = 0;
CREATE INDEX tag_name ON tag(lower(name), recording_id);
