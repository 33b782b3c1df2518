-- Bytes and counts by store, state, kind and the day it began (since the epoch, UTC; 0: unknown),
-- in the order of an index: a million rows are summed without being looked at.
-- name: storage_cells
SELECT store_id, state, kind, start_ms / 86400000, count(*), sum(bytes)
FROM recording GROUP BY start_ms / 86400000, store_id, state, kind

-- What was removed for good since then, by the store's uid.
-- name: storage_purged
SELECT json_extract(j.payload, '$.store'), sum(i.bytes)
FROM job j JOIN job_item i ON i.job_id = j.id
WHERE j.state >= 3 AND j.finished_ms >= :since AND j.kind = 'purge' AND json_valid(j.payload)
  AND i.code = 0
GROUP BY 1
