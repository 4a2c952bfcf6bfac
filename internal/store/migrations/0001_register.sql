-- The first schema of the register.
--
-- Every fact carries the change it belongs to and its place n within that change; facts are only ever added. An undone
-- change keeps its facts, and the live_* views leave them out. Times are UTC in RFC 3339, '' where unknown; lists are
-- JSON text; lengths of time are nanoseconds.

PRAGMA application_id = 1380012112; -- "RAPP"

CREATE TABLE activity_type (
    code TEXT    NOT NULL PRIMARY KEY,
    name TEXT    NOT NULL,
    n    INTEGER NOT NULL UNIQUE
) STRICT;
INSERT INTO activity_type (code, name, n) VALUES
    ('webinar', 'Awareness webinar', 1),
    ('training', 'Training', 2),
    ('meeting', 'Coordination meeting', 3);

-- One act of an officer. webinar_id is empty for acts on a project.
CREATE TABLE change (
    id         TEXT    NOT NULL PRIMARY KEY,
    seq        INTEGER NOT NULL UNIQUE,
    webinar_id TEXT    REFERENCES webinar (id) DEFERRABLE INITIALLY DEFERRED,
    kind       TEXT    NOT NULL,
    who        TEXT    NOT NULL,
    at         TEXT    NOT NULL,
    why        TEXT    NOT NULL
) STRICT;
CREATE INDEX change_by_webinar ON change (webinar_id, seq);

CREATE TABLE undo (
    id        TEXT    NOT NULL PRIMARY KEY,
    seq       INTEGER NOT NULL UNIQUE,
    change_id TEXT    NOT NULL UNIQUE REFERENCES change (id),
    who       TEXT    NOT NULL,
    at        TEXT    NOT NULL,
    why       TEXT    NOT NULL
) STRICT;

-- One seal per change and per undo, in order: the SHA-256 of everything written under it, chained to the seal before.
CREATE TABLE seal (
    seq        INTEGER NOT NULL PRIMARY KEY,
    kind       TEXT    NOT NULL CHECK (kind IN ('change', 'undo')),
    subject_id TEXT    NOT NULL UNIQUE,
    sha256     TEXT    NOT NULL
) STRICT;

CREATE VIEW live_change AS
    SELECT c.* FROM change c WHERE NOT EXISTS (SELECT 1 FROM undo u WHERE u.change_id = c.id);

CREATE TABLE project (
    code      TEXT NOT NULL PRIMARY KEY,
    change_id TEXT NOT NULL REFERENCES change (id)
) STRICT;

CREATE TABLE project_version (
    change_id         TEXT    NOT NULL REFERENCES change (id),
    n                 INTEGER NOT NULL,
    project_code      TEXT    NOT NULL REFERENCES project (code),
    title             TEXT    NOT NULL,
    organiser_domains TEXT    NOT NULL,
    kosovo_note       TEXT    NOT NULL,
    credit_line       TEXT    NOT NULL,
    disclaimer        TEXT    NOT NULL,
    PRIMARY KEY (change_id, n)
) STRICT;

-- The results of a project as they stood with one version of it.
CREATE TABLE result (
    change_id TEXT    NOT NULL,
    version_n INTEGER NOT NULL,
    n         INTEGER NOT NULL,
    number    INTEGER NOT NULL,
    text      TEXT    NOT NULL,
    PRIMARY KEY (change_id, n),
    FOREIGN KEY (change_id, version_n) REFERENCES project_version (change_id, n)
) STRICT;

CREATE TABLE webinar (
    id        TEXT NOT NULL PRIMARY KEY,
    change_id TEXT NOT NULL REFERENCES change (id)
) STRICT;

CREATE TABLE webinar_version (
    change_id     TEXT    NOT NULL REFERENCES change (id),
    n             INTEGER NOT NULL,
    project_code  TEXT    REFERENCES project (code),
    activity_type TEXT    REFERENCES activity_type (code),
    state         TEXT    NOT NULL,
    body          TEXT    NOT NULL,
    PRIMARY KEY (change_id, n)
) STRICT;

-- The bytes of a file, once, however often it is imported. They stay when the import is undone.
CREATE TABLE source_file (
    sha256   TEXT    NOT NULL PRIMARY KEY,
    size     INTEGER NOT NULL,
    deflated BLOB    NOT NULL
) STRICT;

CREATE TABLE source_import (
    change_id  TEXT    NOT NULL REFERENCES change (id),
    n          INTEGER NOT NULL,
    sha256     TEXT    NOT NULL REFERENCES source_file (sha256),
    name       TEXT    NOT NULL,
    kind       TEXT    NOT NULL,
    format     TEXT    NOT NULL,
    encoding   TEXT    NOT NULL,
    delimiter  TEXT    NOT NULL,
    date_order TEXT    NOT NULL,
    zone       TEXT    NOT NULL,
    row_count  INTEGER NOT NULL,
    PRIMARY KEY (change_id, n)
) STRICT;

CREATE TABLE registration (
    change_id    TEXT    NOT NULL REFERENCES change (id),
    n            INTEGER NOT NULL,
    id           TEXT    NOT NULL,
    serial       TEXT    NOT NULL,
    submitted    TEXT    NOT NULL,
    first_name   TEXT    NOT NULL,
    last_name    TEXT    NOT NULL,
    email        TEXT    NOT NULL,
    organisation TEXT    NOT NULL,
    job_title    TEXT    NOT NULL,
    country      TEXT    NOT NULL,
    sex          TEXT    NOT NULL,
    sector       TEXT    NOT NULL,
    channel_text TEXT    NOT NULL,
    channel      TEXT    NOT NULL,
    consent      TEXT    NOT NULL,
    incomplete   INTEGER NOT NULL CHECK (incomplete IN (0, 1)),
    PRIMARY KEY (change_id, n),
    UNIQUE (id, change_id)
) STRICT;

-- Where a registration stands; sha256 is empty for one that an officer typed.
CREATE TABLE registration_source (
    change_id       TEXT    NOT NULL REFERENCES change (id),
    n               INTEGER NOT NULL,
    registration_id TEXT    NOT NULL,
    sha256          TEXT    REFERENCES source_file (sha256),
    name            TEXT    NOT NULL,
    sheet           TEXT    NOT NULL,
    line            INTEGER NOT NULL,
    PRIMARY KEY (change_id, n)
) STRICT;
CREATE INDEX registration_source_by_registration ON registration_source (registration_id);

CREATE TABLE registration_event (
    change_id       TEXT    NOT NULL REFERENCES change (id),
    n               INTEGER NOT NULL,
    registration_id TEXT    NOT NULL,
    state           TEXT    NOT NULL,
    at              TEXT    NOT NULL,
    reason          TEXT    NOT NULL,
    PRIMARY KEY (change_id, n)
) STRICT;

CREATE TABLE registration_merge (
    change_id    TEXT    NOT NULL REFERENCES change (id),
    n            INTEGER NOT NULL,
    duplicate_id TEXT    NOT NULL,
    main_id      TEXT    NOT NULL,
    PRIMARY KEY (change_id, n)
) STRICT;

CREATE TABLE attendance_record (
    change_id    TEXT    NOT NULL REFERENCES change (id),
    n            INTEGER NOT NULL,
    record_key   TEXT    NOT NULL,
    kind         TEXT    NOT NULL,
    name         TEXT    NOT NULL,
    registrant   TEXT    NOT NULL,
    original     TEXT    NOT NULL,
    stripped     TEXT    NOT NULL,
    email        TEXT    NOT NULL,
    platform_id  TEXT    NOT NULL,
    mark         TEXT    NOT NULL,
    join_at      TEXT    NOT NULL,
    leave_at     TEXT    NOT NULL,
    open         INTEGER NOT NULL CHECK (open IN (0, 1)),
    total        INTEGER NOT NULL,
    has_total    INTEGER NOT NULL CHECK (has_total IN (0, 1)),
    organisation TEXT    NOT NULL,
    job_title    TEXT    NOT NULL,
    country      TEXT    NOT NULL,
    PRIMARY KEY (change_id, n),
    UNIQUE (record_key, change_id)
) STRICT;

CREATE TABLE record_source (
    change_id  TEXT    NOT NULL REFERENCES change (id),
    n          INTEGER NOT NULL,
    record_key TEXT    NOT NULL,
    sha256     TEXT    NOT NULL REFERENCES source_file (sha256),
    name       TEXT    NOT NULL,
    line       INTEGER NOT NULL,
    PRIMARY KEY (change_id, n)
) STRICT;
CREATE INDEX record_source_by_record ON record_source (record_key);

-- registration_id is empty for a walk-in. candidates are those shown to the officer at the time.
CREATE TABLE match_decision (
    change_id       TEXT    NOT NULL REFERENCES change (id),
    n               INTEGER NOT NULL,
    records         TEXT    NOT NULL,
    registration_id TEXT    NOT NULL,
    candidates      TEXT    NOT NULL,
    PRIMARY KEY (change_id, n)
) STRICT;

CREATE TABLE staff_decision (
    change_id TEXT    NOT NULL REFERENCES change (id),
    n         INTEGER NOT NULL,
    records   TEXT    NOT NULL,
    staff     INTEGER NOT NULL CHECK (staff IN (0, 1)),
    PRIMARY KEY (change_id, n)
) STRICT;

CREATE TABLE sector_decision (
    change_id       TEXT    NOT NULL REFERENCES change (id),
    n               INTEGER NOT NULL,
    registration_id TEXT    NOT NULL,
    records         TEXT    NOT NULL,
    code            TEXT    NOT NULL,
    PRIMARY KEY (change_id, n)
) STRICT;

CREATE TABLE report_text (
    change_id TEXT    NOT NULL REFERENCES change (id),
    n         INTEGER NOT NULL,
    section   TEXT    NOT NULL,
    text      TEXT    NOT NULL,
    PRIMARY KEY (change_id, n)
) STRICT;

-- The bytes of an issued report are served unchanged for ever.
CREATE TABLE issued_report (
    change_id TEXT    NOT NULL REFERENCES change (id),
    n         INTEGER NOT NULL,
    id        TEXT    NOT NULL UNIQUE,
    name      TEXT    NOT NULL,
    kind      TEXT    NOT NULL,
    copy      TEXT    NOT NULL,
    status    TEXT    NOT NULL,
    sha256    TEXT    NOT NULL,
    size      INTEGER NOT NULL,
    bytes     BLOB    NOT NULL,
    PRIMARY KEY (change_id, n)
) STRICT;

-- The figures of a closed webinar, with the versions of what computed them.
CREATE TABLE frozen_table (
    change_id TEXT    NOT NULL REFERENCES change (id),
    n         INTEGER NOT NULL,
    rule      TEXT    NOT NULL,
    taxonomy  TEXT    NOT NULL,
    matcher   TEXT    NOT NULL,
    body      TEXT    NOT NULL,
    PRIMARY KEY (change_id, n)
) STRICT;

-- One participant of a frozen table under a random key: no name, no address.
CREATE TABLE frozen_row (
    change_id   TEXT    NOT NULL,
    table_n     INTEGER NOT NULL,
    n           INTEGER NOT NULL,
    person      TEXT    NOT NULL,
    sector      TEXT    NOT NULL,
    beneficiary TEXT    NOT NULL,
    sex         TEXT    NOT NULL,
    seconds     INTEGER NOT NULL,
    PRIMARY KEY (change_id, n),
    FOREIGN KEY (change_id, table_n) REFERENCES frozen_table (change_id, n)
) STRICT;

-- Pictures already drawn, by the hash of what they were drawn from. Derived: may be emptied at any time.
CREATE TABLE chart_svg (
    hash   TEXT NOT NULL PRIMARY KEY,
    svg    TEXT NOT NULL,
    sha256 TEXT NOT NULL
) STRICT;

CREATE VIEW live_project_version AS
    SELECT f.*, c.seq FROM project_version f JOIN live_change c ON c.id = f.change_id;
CREATE VIEW live_webinar_version AS
    SELECT f.*, c.webinar_id, c.seq FROM webinar_version f JOIN live_change c ON c.id = f.change_id;
CREATE VIEW live_source_import AS
    SELECT f.*, c.webinar_id, c.seq, c.at AS imported_at FROM source_import f JOIN live_change c ON c.id = f.change_id;
CREATE VIEW live_registration AS
    SELECT f.*, c.webinar_id, c.seq FROM registration f JOIN live_change c ON c.id = f.change_id;
CREATE VIEW live_registration_source AS
    SELECT f.*, c.webinar_id, c.seq FROM registration_source f JOIN live_change c ON c.id = f.change_id;
CREATE VIEW live_registration_event AS
    SELECT f.*, c.webinar_id, c.seq FROM registration_event f JOIN live_change c ON c.id = f.change_id;
CREATE VIEW live_registration_merge AS
    SELECT f.*, c.webinar_id, c.seq FROM registration_merge f JOIN live_change c ON c.id = f.change_id;
CREATE VIEW live_attendance_record AS
    SELECT f.*, c.webinar_id, c.seq FROM attendance_record f JOIN live_change c ON c.id = f.change_id;
CREATE VIEW live_record_source AS
    SELECT f.*, c.webinar_id, c.seq FROM record_source f JOIN live_change c ON c.id = f.change_id;
CREATE VIEW live_match_decision AS
    SELECT f.*, c.webinar_id, c.seq FROM match_decision f JOIN live_change c ON c.id = f.change_id;
CREATE VIEW live_staff_decision AS
    SELECT f.*, c.webinar_id, c.seq FROM staff_decision f JOIN live_change c ON c.id = f.change_id;
CREATE VIEW live_sector_decision AS
    SELECT f.*, c.webinar_id, c.seq FROM sector_decision f JOIN live_change c ON c.id = f.change_id;
CREATE VIEW live_report_text AS
    SELECT f.*, c.webinar_id, c.seq FROM report_text f JOIN live_change c ON c.id = f.change_id;
CREATE VIEW live_issued_report AS
    SELECT f.*, c.webinar_id, c.seq, c.at AS issued_at FROM issued_report f JOIN live_change c ON c.id = f.change_id;
CREATE VIEW live_frozen_table AS
    SELECT f.*, c.webinar_id, c.seq, c.at AS frozen_at FROM frozen_table f JOIN live_change c ON c.id = f.change_id;
CREATE VIEW live_frozen_row AS
    SELECT f.*, c.webinar_id, c.seq FROM frozen_row f JOIN live_change c ON c.id = f.change_id;

PRAGMA user_version = 1;
