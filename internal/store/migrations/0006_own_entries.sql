-- Officers' own institutions, terms and rules for sectors, used for every webinar of the register: the newest of an
-- entry_key counts, and code is empty where it was taken back. organisation entries are what was said of one person and is
-- kept for that organisation.
CREATE TABLE sector_entry (
    change_id TEXT    NOT NULL REFERENCES change (id),
    n         INTEGER NOT NULL,
    entry_key TEXT    NOT NULL,
    kind      TEXT    NOT NULL,
    text      TEXT    NOT NULL,
    country   TEXT    NOT NULL,
    code      TEXT    NOT NULL,
    source    TEXT    NOT NULL,
    PRIMARY KEY (change_id, n)
) STRICT;

-- An officer's word on a person's country/area: an ISO code, empty where what was declared stands again. reason is that of
-- the proposal that was accepted, empty where there was none.
CREATE TABLE country_decision (
    change_id       TEXT    NOT NULL REFERENCES change (id),
    n               INTEGER NOT NULL,
    registration_id TEXT    NOT NULL,
    records         TEXT    NOT NULL,
    country         TEXT    NOT NULL,
    reason          TEXT    NOT NULL,
    PRIMARY KEY (change_id, n)
) STRICT;

CREATE VIEW live_sector_entry AS
    SELECT f.*, c.webinar_id, c.seq, c.who, c.at AS added_at FROM sector_entry f JOIN live_change c ON c.id = f.change_id;
CREATE VIEW live_country_decision AS
    SELECT f.*, c.webinar_id, c.seq FROM country_decision f JOIN live_change c ON c.id = f.change_id;

PRAGMA user_version = 6;
