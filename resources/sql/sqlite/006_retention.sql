-- How long recordings and the trash are kept.

-- trash_grace_days: what lies in the store's trash for longer is purged; 0: never by itself.
ALTER TABLE store ADD COLUMN trash_grace_days INTEGER NOT NULL DEFAULT 30;

-- Which recordings are kept how long. query: those it is about, in that version of the language.
-- bound: 1 amount is days of age, 2 bytes in each store, 3 a number of recordings.
CREATE TABLE retention_rule (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    name       TEXT    NOT NULL UNIQUE,
    query      TEXT    NOT NULL,
    language   INTEGER NOT NULL,
    bound      INTEGER NOT NULL,
    amount     INTEGER NOT NULL,
    enabled    INTEGER NOT NULL DEFAULT 1,
    who        TEXT    NOT NULL,
    created_ms INTEGER NOT NULL
) STRICT;

-- What lies where, by the day it began: the sums are read from here without sorting a row. The day
-- is its first column so that no list takes this index for its conditions and loses its order.
CREATE INDEX recording_storage ON recording(start_ms / 86400000, store_id, state, kind, bytes);
