-- What a file writes, by field, where that is more than the cleaned field says: an object of texts, absent where nothing is.
ALTER TABLE registration ADD COLUMN raw TEXT;
ALTER TABLE attendance_record ADD COLUMN raw TEXT;

PRAGMA user_version = 2;
