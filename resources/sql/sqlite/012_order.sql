-- The orders of a list, with the state of each recording: what lies in the trash is then left out
-- without a look at its row, which for all ids of a large library took ten times as long.
DROP INDEX recording_uid;
CREATE INDEX recording_uid ON recording(uid, id, state);
DROP INDEX recording_duration;
CREATE INDEX recording_duration ON recording(duration_ms, id, state);
DROP INDEX recording_bytes;
CREATE INDEX recording_bytes ON recording(bytes, id, state);
DROP INDEX recording_kind_duration;
CREATE INDEX recording_kind_duration ON recording(kind, duration_ms, id, state);
DROP INDEX recording_kind_bytes;
CREATE INDEX recording_kind_bytes ON recording(kind, bytes, id, state);
DROP INDEX recording_store_duration;
CREATE INDEX recording_store_duration ON recording(store_id, duration_ms, id, state);
DROP INDEX recording_store_bytes;
CREATE INDEX recording_store_bytes ON recording(store_id, bytes, id, state);
