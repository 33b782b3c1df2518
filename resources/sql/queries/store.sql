-- name: store_add
INSERT INTO store (uid, kind, name, path, state, added_ms)
VALUES (:uid, :kind, :name, :path, 0, :added) RETURNING id

-- name: store_remove
DELETE FROM store WHERE id = :id

-- A store is watched while the worker that watches it lives.
-- name: store_all
SELECT s.id, s.uid, s.kind, s.name, s.path, s.state, s.added_ms, s.scanned_ms,
       coalesce(sum(t.number), 0), coalesce(sum(t.bytes), 0),
       CASE WHEN (SELECT ended_ms FROM worker ORDER BY id DESC LIMIT 1) = 0 THEN s.watch ELSE 0 END,
       s.problem, s.auto_remux
FROM store s LEFT JOIN recording_tally t ON t.store_id = s.id AND t.state <> 3
GROUP BY s.id ORDER BY s.name, s.id

-- The stores alone, without counting what lies in them.
-- name: store_roots
SELECT s.id, s.uid, s.kind, s.name, s.path, s.state, s.added_ms, s.scanned_ms, 0, 0, s.watch,
       s.problem, s.auto_remux
FROM store s ORDER BY s.id

-- name: store_find
SELECT s.id, s.uid, s.kind, s.name, s.path, s.state, s.added_ms, s.scanned_ms,
       (SELECT coalesce(sum(number), 0) FROM recording_tally t WHERE t.store_id = s.id AND t.state <> 3),
       (SELECT coalesce(sum(bytes), 0) FROM recording_tally t WHERE t.store_id = s.id AND t.state <> 3),
       CASE WHEN (SELECT ended_ms FROM worker ORDER BY id DESC LIMIT 1) = 0 THEN s.watch ELSE 0 END,
       s.problem, s.auto_remux
FROM store s WHERE s.id = :id OR s.uid = :uid

-- name: store_set_state
UPDATE store SET state = :state WHERE id = :id AND state <> :state

-- name: store_set_scanned
UPDATE store SET scanned_ms = :now WHERE id = :id

-- Offline, or what is odd about it; touches no row when nothing has changed.
-- name: store_set_look
UPDATE store SET state = :state, problem = :problem, watch = :watch
WHERE id = :id AND (state <> :state OR problem <> :problem OR watch <> :watch)

-- name: store_set_problem
UPDATE store SET problem = :problem, emptied_ms = :emptied
WHERE id = :id AND (problem <> :problem OR emptied_ms <> :emptied)

-- name: store_emptied
SELECT emptied_ms FROM store WHERE id = :id

-- name: store_forget_watches
UPDATE store SET watch = 0 WHERE watch <> 0

-- name: store_set_auto_remux
UPDATE store SET auto_remux = :on WHERE id = :id
