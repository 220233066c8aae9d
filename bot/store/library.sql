-- The library: the index of a corpus. Made whole by one load, never changed afterwards, and
-- rebuilt from the files whenever this file changes (`schema` in bot/store/load/standing.py). A change here
-- raises FORM in bot/store/__init__.py.

CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE rejected (file TEXT PRIMARY KEY, reason TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE article (
    id               TEXT PRIMARY KEY,
    file             TEXT NOT NULL,
    title            TEXT NOT NULL,
    title_given      INTEGER NOT NULL,
    publisher        TEXT,
    url              TEXT,
    published        TEXT,
    published_origin TEXT,
    language         TEXT NOT NULL,
    author           TEXT,
    original         TEXT,
    reader_note      TEXT,
    paraphrased      INTEGER NOT NULL,
    digest           TEXT NOT NULL,
    about_states     INTEGER NOT NULL,
    paragraphs       TEXT NOT NULL  -- JSON array of strings
) WITHOUT ROWID;

CREATE TABLE passage (
    rowid          INTEGER PRIMARY KEY,
    article        TEXT NOT NULL,
    number         INTEGER NOT NULL,
    paragraph      INTEGER NOT NULL,
    start          INTEGER NOT NULL,
    "end"          INTEGER NOT NULL,
    text           TEXT NOT NULL,
    places         TEXT NOT NULL,  -- keys, one a line, in order of mention; so the next three
    focus_places   TEXT NOT NULL,
    missions       TEXT NOT NULL,
    focus_missions TEXT NOT NULL,
    stance         TEXT NOT NULL
);
CREATE UNIQUE INDEX passage_in_article ON passage (article, number);  -- one article's sentences

-- the stems of each sentence without stop words; rowid is the passage's
CREATE VIRTUAL TABLE passage_index USING fts5 (stems, content='', tokenize='unicode61');
CREATE VIRTUAL TABLE passage_vocabulary USING fts5vocab (passage_index, 'row');

CREATE TABLE fact (
    rowid         INTEGER PRIMARY KEY,
    kind          TEXT NOT NULL,
    article       TEXT NOT NULL,
    numbers       TEXT NOT NULL,  -- of its passages, JSON array
    at            INTEGER NOT NULL,
    places        TEXT NOT NULL,
    pairs         TEXT NOT NULL,  -- one a line, the two keys parted by a blank
    mission       TEXT,
    role          TEXT,
    value         REAL,
    unit          TEXT,
    value_text    TEXT,
    approximation TEXT,
    status        TEXT,
    stance        TEXT NOT NULL,
    attributed_to TEXT,
    scope         TEXT,
    age           INTEGER NOT NULL  -- sorts newest first: 99999999 less the digits of the date
);
CREATE INDEX fact_of_mission ON fact (mission, age, article) WHERE mission IS NOT NULL;
CREATE INDEX fact_of_kind ON fact (kind, age, article);  -- the overviews
CREATE INDEX fact_of_article ON fact (article);  -- /source

-- the places of a fact, so that what is told first of a place is read without the rest. `turn` sorts
-- facts on a border of the place before those that only name it, see bot/store/load/tasks.py
CREATE TABLE fact_place (
    place   TEXT NOT NULL,
    kind    TEXT NOT NULL,
    turn    INTEGER NOT NULL,
    age     INTEGER NOT NULL,
    article TEXT NOT NULL,
    fact    INTEGER NOT NULL,
    PRIMARY KEY (place, kind, turn, age, article, fact)  -- /borders country, /missions country
) WITHOUT ROWID;

CREATE TABLE mission (
    key        TEXT PRIMARY KEY,
    name       TEXT NOT NULL,
    kind       TEXT,
    names      TEXT NOT NULL,  -- one a line
    publishers INTEGER NOT NULL  -- how many tell of it
) WITHOUT ROWID;

-- what articles with similar texts share pieces of; see bot/corpus/duplicates.py
CREATE TABLE signature (article TEXT PRIMARY KEY, bands BLOB NOT NULL) WITHOUT ROWID;

-- the articles of stories that are told by more than one; `story` is the id of the original
CREATE TABLE version (
    article       TEXT PRIMARY KEY,
    story         TEXT NOT NULL,
    superseded_by TEXT,
    digest        TEXT NOT NULL  -- of the article when its sentences were compared
) WITHOUT ROWID;

-- pairs of articles (by their digests) that were compared word for word: a later load need not
CREATE TABLE compared (
    one  TEXT NOT NULL,
    two  TEXT NOT NULL,
    same INTEGER NOT NULL,
    PRIMARY KEY (one, two)
) WITHOUT ROWID;

-- sentences that stand in several versions of a story: answers tell the one in `article`
CREATE TABLE retelling (
    article        TEXT NOT NULL,
    number         INTEGER NOT NULL,
    version        TEXT NOT NULL,
    version_number INTEGER NOT NULL,
    changed        INTEGER NOT NULL,
    PRIMARY KEY (article, number, version, version_number)  -- who else says it
) WITHOUT ROWID;
CREATE INDEX retelling_of ON retelling (version, version_number);  -- whether it is told elsewhere

-- which missions each article names, as JSON: what a later load needs to know of it
CREATE TABLE naming (
    article TEXT PRIMARY KEY,
    file    TEXT NOT NULL,
    naming  TEXT NOT NULL
) WITHOUT ROWID;
