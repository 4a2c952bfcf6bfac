-- Answers to polls, surveys and questions to the speakers, and the officers' links of questions to expected outcomes.

CREATE TABLE engagement_answer (
    change_id  TEXT    NOT NULL REFERENCES change (id),
    n          INTEGER NOT NULL,
    answer_key TEXT    NOT NULL,
    kind       TEXT    NOT NULL,
    phase      TEXT    NOT NULL,
    question   TEXT    NOT NULL,
    given      TEXT    NOT NULL,
    picked     INTEGER NOT NULL CHECK (picked IN (0, 1)),
    name       TEXT    NOT NULL,
    email      TEXT    NOT NULL,
    at         TEXT    NOT NULL,
    PRIMARY KEY (change_id, n),
    UNIQUE (answer_key, change_id)
) STRICT;

CREATE TABLE answer_source (
    change_id  TEXT    NOT NULL REFERENCES change (id),
    n          INTEGER NOT NULL,
    answer_key TEXT    NOT NULL,
    sha256     TEXT    NOT NULL REFERENCES source_file (sha256),
    name       TEXT    NOT NULL,
    line       INTEGER NOT NULL,
    PRIMARY KEY (change_id, n)
) STRICT;
CREATE INDEX answer_source_by_answer ON answer_source (answer_key);

-- outcome is the text of an expected outcome, empty where the officer took the link back.
CREATE TABLE outcome_link (
    change_id   TEXT    NOT NULL REFERENCES change (id),
    n           INTEGER NOT NULL,
    question_id TEXT    NOT NULL,
    outcome     TEXT    NOT NULL,
    PRIMARY KEY (change_id, n)
) STRICT;

CREATE VIEW live_engagement_answer AS
    SELECT f.*, c.webinar_id, c.seq FROM engagement_answer f JOIN live_change c ON c.id = f.change_id;
CREATE VIEW live_answer_source AS
    SELECT f.*, c.webinar_id, c.seq FROM answer_source f JOIN live_change c ON c.id = f.change_id;
CREATE VIEW live_outcome_link AS
    SELECT f.*, c.webinar_id, c.seq FROM outcome_link f JOIN live_change c ON c.id = f.change_id;

PRAGMA user_version = 3;
