-- When an event was announced for the first time, and for which start: search engines are told of a later one as of a move.
ALTER TABLE event
  ADD COLUMN announced_at DATETIME(6) NULL,
  ADD COLUMN announced_start DATETIME(6) NULL;

UPDATE event SET announced_at = created_at, announced_start = starts_at WHERE state <> 'DRAFT';
