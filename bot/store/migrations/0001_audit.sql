-- Who did what: every deed that changes what Footnote does or holds. Times are seconds since 1970,
-- UTC; ids are Discord's.

CREATE TABLE audit (
    id       INTEGER PRIMARY KEY,
    at       INTEGER NOT NULL,
    what     TEXT NOT NULL,   -- the deed, such as "started" or "digest set"
    who_id   INTEGER,         -- NULL where Footnote itself did it
    guild_id INTEGER,         -- NULL where it concerns no single server
    details  TEXT NOT NULL    -- JSON object
) STRICT;

CREATE INDEX audit_of_guild ON audit (guild_id, id);  -- /audit in a server
