-- A file that somebody answered with; its row in answer says, sealed where it is sensitive, what it is.
ALTER TABLE answer
  ADD COLUMN file_id BIGINT NULL,
  ADD UNIQUE KEY answer_file_once (file_id),
  ADD CONSTRAINT answer_file FOREIGN KEY (file_id) REFERENCES stored_file (id);
