-- The attendance records of an import, some thousand to a page: a file of 100,000 rows would be 200,000 rows here, and its
-- import most of all the keeping of their indexes. record_count is how many records the page adds; body holds them, and the
-- lines of those that are known already, as page.go writes them. The records of earlier programs stay where they are.
CREATE TABLE attendance_page (
    change_id    TEXT    NOT NULL REFERENCES change (id),
    n            INTEGER NOT NULL,
    sha256       TEXT    NOT NULL REFERENCES source_file (sha256),
    name         TEXT    NOT NULL,
    record_count INTEGER NOT NULL,
    body         BLOB    NOT NULL,
    PRIMARY KEY (change_id, n)
) STRICT;

CREATE VIEW live_attendance_page AS
    SELECT f.*, c.webinar_id, c.seq FROM attendance_page f JOIN live_change c ON c.id = f.change_id;

PRAGMA user_version = 8;
