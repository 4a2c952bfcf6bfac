-- Who sat at one connection, by an officer's word. records is a JSON list of the connection's record keys, names one of the
-- people, empty where an earlier word is taken back.
CREATE TABLE split_decision (
    change_id TEXT    NOT NULL REFERENCES change (id),
    n         INTEGER NOT NULL,
    records   TEXT    NOT NULL,
    names     TEXT    NOT NULL,
    PRIMARY KEY (change_id, n)
) STRICT;

CREATE VIEW live_split_decision AS
    SELECT f.*, c.webinar_id, c.seq FROM split_decision f JOIN live_change c ON c.id = f.change_id;

PRAGMA user_version = 5;
