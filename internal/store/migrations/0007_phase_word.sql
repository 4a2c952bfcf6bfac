-- When the questions of an imported file were put, by an officer's word: before, during or after the webinar, empty where the
-- word was taken back.
CREATE TABLE phase_word (
    change_id TEXT    NOT NULL REFERENCES change (id),
    n         INTEGER NOT NULL,
    sha256    TEXT    NOT NULL REFERENCES source_file (sha256),
    phase     TEXT    NOT NULL CHECK (phase IN ('', 'before', 'during', 'after')),
    PRIMARY KEY (change_id, n)
) STRICT;

CREATE VIEW live_phase_word AS
    SELECT f.*, c.webinar_id, c.seq FROM phase_word f JOIN live_change c ON c.id = f.change_id;

PRAGMA user_version = 7;
