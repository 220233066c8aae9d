-- The daily digest: which channels get one, what was posted there, and what they have been told.
-- Times are seconds since 1970, UTC; ids are Discord's.

CREATE TABLE digest_channel (
    channel_id    INTEGER PRIMARY KEY,
    guild_id      INTEGER NOT NULL,
    time          TEXT NOT NULL,      -- local, HH:MM
    zone          TEXT NOT NULL,      -- IANA
    topics        TEXT NOT NULL,      -- keys, one a line; none for all
    say_empty     INTEGER NOT NULL,   -- whether a day without news is told
    silent        INTEGER NOT NULL,
    set_by        INTEGER NOT NULL,
    active        INTEGER NOT NULL,   -- 0 after /digest off; the row stays, so that setting it
                                      -- again neither posts a day twice nor tells everything anew
    next_day      TEXT,               -- the local day of the next digest; NULL while there is none
    next_run      INTEGER,
    known         INTEGER NOT NULL DEFAULT 0,  -- article versions up to this one are not news here
    refused_since INTEGER,            -- the first refusal after the last success
    paused_at     INTEGER,
    last_at       INTEGER,
    last_result   TEXT
) STRICT;
CREATE INDEX digest_due ON digest_channel (next_run) WHERE next_run IS NOT NULL;  -- each tick
CREATE INDEX digest_of_guild ON digest_channel (guild_id);  -- /digest show

-- every form of every article that was ever loaded when a digest was made, in the order they came
CREATE TABLE article_version (
    number    INTEGER PRIMARY KEY AUTOINCREMENT,
    article   TEXT NOT NULL,
    content   TEXT NOT NULL,          -- the article's digest, in the other sense of the word
    title     TEXT NOT NULL,
    publisher TEXT,
    url       TEXT,
    published TEXT,
    origin    TEXT,
    UNIQUE (article, content)
) STRICT;
CREATE INDEX version_of_content ON article_version (content);  -- articles that only moved

-- one a channel and local day
CREATE TABLE digest (
    number     INTEGER PRIMARY KEY AUTOINCREMENT,
    channel_id INTEGER NOT NULL REFERENCES digest_channel ON DELETE CASCADE,
    day        TEXT NOT NULL,
    zone       TEXT NOT NULL,
    due        INTEGER NOT NULL,
    begun_at   INTEGER NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('posting', 'posted', 'empty', 'given up')),
    known      INTEGER NOT NULL,      -- digest_channel.known before it
    UNIQUE (channel_id, day, zone)
) STRICT;
CREATE INDEX digest_unfinished ON digest (number) WHERE state = 'posting';  -- each tick

-- the outbox: each message of a digest, written before it is posted
CREATE TABLE digest_part (
    digest     INTEGER NOT NULL REFERENCES digest ON DELETE CASCADE,
    part       INTEGER NOT NULL,      -- 1, 2, …
    page       TEXT NOT NULL,         -- digest_page.id
    nonce      TEXT NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('waiting', 'trying', 'sent', 'withdrawn')),
    tried_at   INTEGER,
    message_id INTEGER,
    PRIMARY KEY (digest, part)
) STRICT, WITHOUT ROWID;

-- what was posted, or is shown at the press of a button, named by its content
CREATE TABLE digest_page (
    id      TEXT PRIMARY KEY,
    content TEXT NOT NULL,
    made_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- the articles that a channel's digests cited, as they were then
CREATE TABLE digest_cited (
    channel_id INTEGER NOT NULL REFERENCES digest_channel ON DELETE CASCADE,
    article    TEXT NOT NULL,
    digest     INTEGER NOT NULL REFERENCES digest ON DELETE CASCADE,
    part       INTEGER NOT NULL,
    content    TEXT NOT NULL,         -- of the version; '' where the digest said that it is gone
    sentence   TEXT NOT NULL,         -- what was told of it
    PRIMARY KEY (channel_id, article, digest)
) STRICT, WITHOUT ROWID;

-- versions that a channel is still to be told, although later ones are no news there: the part of
-- a digest that was to tell them never got through
CREATE TABLE digest_owed (
    channel_id INTEGER NOT NULL REFERENCES digest_channel ON DELETE CASCADE,
    version    INTEGER NOT NULL REFERENCES article_version,
    PRIMARY KEY (channel_id, version)
) STRICT, WITHOUT ROWID;
