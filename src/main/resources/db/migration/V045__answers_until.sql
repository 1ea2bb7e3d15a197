-- Until when those who have a place may answer what is asked of them; null: as long as they may change.
ALTER TABLE event ADD COLUMN answers_until DATETIME(6) NULL;
