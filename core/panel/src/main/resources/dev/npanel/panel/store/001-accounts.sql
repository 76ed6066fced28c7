-- Times are milliseconds since 1970-01-01T00:00Z, truth values 0 or 1; ids are text that this panel has made.

CREATE TABLE package (
    name TEXT PRIMARY KEY,
    domains INTEGER NOT NULL
);

INSERT INTO package (name, domains) VALUES ('default', 100);

CREATE TABLE account (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL,
    state TEXT NOT NULL,
    suspended INTEGER NOT NULL,
    email TEXT,
    password_hash TEXT NOT NULL,
    token_version INTEGER NOT NULL,
    package TEXT NOT NULL REFERENCES package (name),
    parent TEXT REFERENCES account (id),
    created INTEGER NOT NULL
);

CREATE TABLE domain (
    name TEXT PRIMARY KEY,
    -- labels from the right, each with a dot after it (com.example.), so that all below a domain are one range
    reversed TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL REFERENCES account (id),
    created INTEGER NOT NULL
);

CREATE INDEX domain_account ON domain (account, name);

-- One log-in; gone when it is logged out, revoked or over.
CREATE TABLE session (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    source TEXT NOT NULL,
    created INTEGER NOT NULL,
    expires INTEGER NOT NULL
);

CREATE INDEX session_account ON session (account);

CREATE INDEX session_expires ON session (expires);

-- Used ones stay until the session ends: whoever shows one again has stolen it, or has been stolen from.
CREATE TABLE refresh_token (
    hash TEXT PRIMARY KEY,
    session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    expires INTEGER NOT NULL,
    used INTEGER
);

CREATE INDEX refresh_token_session ON refresh_token (session);

