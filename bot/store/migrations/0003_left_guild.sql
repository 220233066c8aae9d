-- Servers that Footnote is no longer in, and since when: their settings are removed after a month.

CREATE TABLE left_guild (
    guild_id INTEGER PRIMARY KEY,
    since    INTEGER NOT NULL  -- seconds since 1970, UTC
) STRICT;
