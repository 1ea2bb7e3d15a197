-- Who signed a sheet that was scanned, as somebody said who looked at it; no row of the sheet says so before that.
ALTER TABLE signed_sheet
  ADD COLUMN compared_at DATETIME(6) NULL,
  ADD COLUMN compared_by VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NULL;

CREATE TABLE signature (
  sheet_id BIGINT NOT NULL,
  registration_id BIGINT NOT NULL,
  PRIMARY KEY (sheet_id, registration_id),
  CONSTRAINT signature_sheet FOREIGN KEY (sheet_id) REFERENCES signed_sheet (id),
  CONSTRAINT signature_registration FOREIGN KEY (registration_id) REFERENCES registration (id)
);
