-- When somebody got the place they have, where that was later than they registered.
ALTER TABLE registration ADD COLUMN placed_at DATETIME(6) NULL;
