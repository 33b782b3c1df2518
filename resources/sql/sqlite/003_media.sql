-- media: what the streams of a part are, in one line; empty: not known, or a text.
ALTER TABLE part ADD COLUMN media TEXT NOT NULL DEFAULT '';
