-- What lies in the trash of each store, and how long it may.
-- name: trash_all
SELECT s.id, s.name, s.trash_grace_days, coalesce(t.count, 0), coalesce(t.bytes, 0),
       coalesce(t.oldest_ms, 0), coalesce(t.held, 0)
FROM store s LEFT JOIN (SELECT store_id, count(*) AS count, sum(bytes) AS bytes,
                               min(nullif(trashed_ms, 0)) AS oldest_ms,
                               sum(EXISTS (SELECT 1 FROM hold WHERE recording_id = recording.id))
                                   AS held
                        FROM recording WHERE state = 3 GROUP BY store_id) t ON t.store_id = s.id
ORDER BY s.name, s.id

-- name: trash_set_grace
UPDATE store SET trash_grace_days = :days WHERE id = :id

-- What is past its store's grace. Not what is under hold, nor what a job is about to purge or to
-- bring back; and what a purge has failed at or was cancelled for rests for a day.
-- name: trash_expired
SELECT r.id, s.trash_grace_days
FROM recording r JOIN store s ON s.id = r.store_id
WHERE r.state = 3 AND r.trashed_ms > 0 AND s.trash_grace_days > 0
  AND r.trashed_ms <= :now - s.trash_grace_days * 86400000
  AND NOT EXISTS (SELECT 1 FROM hold h WHERE h.recording_id = r.id)
  AND r.id NOT IN (
      SELECT json_extract(i.value, '$.id')
      FROM (SELECT payload FROM job WHERE state = -1 AND kind IN ('purge', 'restore')
            UNION ALL SELECT payload FROM job WHERE state = 0 AND kind IN ('purge', 'restore')
            UNION ALL SELECT payload FROM job WHERE state = 1 AND kind IN ('purge', 'restore')
            UNION ALL SELECT payload FROM job WHERE state = 2 AND kind IN ('purge', 'restore')
            UNION ALL SELECT payload FROM job
                      WHERE state >= 4 AND kind = 'purge' AND finished_ms > :now - 86400000) j,
           json_each(CASE WHEN json_valid(j.payload) THEN j.payload ELSE '{}' END, '$.items') i)
ORDER BY s.trash_grace_days, r.trashed_ms, r.id
