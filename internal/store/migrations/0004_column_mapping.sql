-- Which column of a table holds which field, as an officer chose it: remembered by what the table is and by the fingerprint of
-- its header. columns is a JSON object, empty where the officer had it forgotten.
CREATE TABLE column_mapping (
    change_id   TEXT    NOT NULL REFERENCES change (id),
    n           INTEGER NOT NULL,
    kind        TEXT    NOT NULL,
    fingerprint TEXT    NOT NULL,
    columns     TEXT    NOT NULL,
    PRIMARY KEY (change_id, n)
) STRICT;

CREATE VIEW live_column_mapping AS
    SELECT f.*, c.webinar_id, c.seq, c.at AS chosen_at FROM column_mapping f JOIN live_change c ON c.id = f.change_id;

-- 1 for a participant who attended by a list's word, whose presence nobody knows; absent otherwise.
ALTER TABLE frozen_row ADD COLUMN declared INTEGER CHECK (declared = 1);
DROP VIEW live_frozen_row;
CREATE VIEW live_frozen_row AS
    SELECT f.*, c.webinar_id, c.seq FROM frozen_row f JOIN live_change c ON c.id = f.change_id;

PRAGMA user_version = 4;
