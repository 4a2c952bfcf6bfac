-- Officers' answers on who is one person over several webinars, and what they had forgotten of what is remembered. Both
-- belong to no webinar. The sides are JSON lists of appearances: a webinar and the keys of what the person is made of
-- there. shown is the evidence the officer saw.
CREATE TABLE person_decision (
    change_id  TEXT    NOT NULL REFERENCES change (id),
    n          INTEGER NOT NULL,
    same       INTEGER NOT NULL CHECK (same IN (0, 1)),
    one        TEXT    NOT NULL,
    other      TEXT    NOT NULL,
    shown      TEXT    NOT NULL,
    PRIMARY KEY (change_id, n)
) STRICT;

CREATE TABLE memory_revocation (
    change_id  TEXT    NOT NULL REFERENCES change (id),
    n          INTEGER NOT NULL,
    memory_key TEXT    NOT NULL,
    PRIMARY KEY (change_id, n)
) STRICT;

CREATE VIEW live_person_decision AS
    SELECT f.*, c.webinar_id, c.seq, c.who, c.at AS decided_at, c.why FROM person_decision f JOIN live_change c ON c.id = f.change_id;
CREATE VIEW live_memory_revocation AS
    SELECT f.*, c.webinar_id, c.seq, c.who, c.at AS revoked_at, c.why FROM memory_revocation f JOIN live_change c ON c.id = f.change_id;

PRAGMA user_version = 9;
