CREATE TABLE job (
    id TEXT PRIMARY KEY,
    type TEXT NOT NULL,
    subject TEXT NOT NULL,
    account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    source TEXT NOT NULL,
    payload TEXT NOT NULL,
    -- over what must not be changed by another hand: id, type, subject, account, payload
    seal TEXT NOT NULL,
    state TEXT NOT NULL,
    progress TEXT NOT NULL,
    submitted INTEGER NOT NULL,
    next_run INTEGER,
    attempts INTEGER NOT NULL,
    failed TEXT,
    ended INTEGER
);

CREATE UNIQUE INDEX job_unfinished ON job (type, subject) WHERE state IN ('QUEUED', 'RUNNING', 'WAITING');

CREATE INDEX job_account ON job (account, id);

