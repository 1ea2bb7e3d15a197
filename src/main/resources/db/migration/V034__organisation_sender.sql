-- As whom an organisation writes, where that is not its name and the address people can write to.
ALTER TABLE organisation
  ADD COLUMN sender_name VARCHAR(100) NULL,
  ADD COLUMN reply_to    VARCHAR(254) CHARACTER SET ascii COLLATE ascii_bin NULL;
