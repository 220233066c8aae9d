-- The readings: what came of each file before files are compared. Beside the library, for loading
-- only; it can be deleted at any time, the next load then reads every file again.

CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- every file as it was when it was read; content is a hash of its bytes, NULL where none were read
CREATE TABLE file (
    file     TEXT PRIMARY KEY,
    size     INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    ctime_ns INTEGER NOT NULL,
    fault    TEXT,
    content  BLOB
) WITHOUT ROWID;

-- one row for each article, and for each record or file that is none
CREATE TABLE reading (
    number       INTEGER PRIMARY KEY,
    source       TEXT NOT NULL,     -- the file
    position     INTEGER NOT NULL,  -- of the record in it
    file         TEXT NOT NULL,     -- as it is shown: `name.jsonl#2`
    rejected     TEXT,              -- why it is no article; all that follows is NULL then
    body         BLOB,              -- JSON, see bot/corpus/spooled.py
    seal         BLOB,              -- a hash of the body
    article      TEXT,              -- its id
    publisher    TEXT,
    marks        BLOB,              -- of its lines: keys and what they count for, 8 bytes each
    shows_paper  TEXT,              -- whose order of day and month it shows,
    shows_order  INTEGER,           -- and whether the day comes first
    wants_paper  TEXT,              -- whose order decides its date
    -- by what the other files tell:
    basis        BLOB,              -- a hash of what they told when the next two were found
    digest       TEXT,
    text_key     BLOB,
    duplicate_of TEXT
);
CREATE UNIQUE INDEX reading_of_file ON reading (source, position);
CREATE INDEX reading_of_text ON reading (text_key);
CREATE INDEX reading_of_article ON reading (article);
CREATE INDEX reading_of_paper ON reading (shows_paper, shows_order) WHERE shows_paper IS NOT NULL;
CREATE INDEX reading_for_paper ON reading (wants_paper) WHERE wants_paper IS NOT NULL;
-- so that a load that has nothing to do reads no bodies:
CREATE INDEX reading_rejected ON reading (source, position) WHERE rejected IS NOT NULL;
CREATE INDEX reading_duplicate ON reading (duplicate_of) WHERE duplicate_of IS NOT NULL;
CREATE INDEX reading_wanted ON reading (article, digest)
    WHERE rejected IS NULL AND duplicate_of IS NULL;

-- in which readings each line stands that may recur, and for what it counts there
CREATE TABLE line (
    key     INTEGER NOT NULL,
    reading INTEGER NOT NULL,
    one     INTEGER NOT NULL,
    PRIMARY KEY (key, reading)
) WITHOUT ROWID;
