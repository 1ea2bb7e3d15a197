-- When somebody was reminded of what they have yet to answer.
ALTER TABLE registration ADD COLUMN answers_reminded_at DATETIME(6) NULL;
