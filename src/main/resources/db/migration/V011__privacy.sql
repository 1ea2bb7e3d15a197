-- Nobody can take part without agreeing to the privacy text, so its version stands with the registration itself; a
-- consent is what can be given, withheld and withdrawn. The default is for servers that do not know the column yet.
ALTER TABLE registration
  ADD COLUMN privacy_version VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '2026-11' AFTER submission;
