-- hash = SHA-256 over the hash of the line before and this line's fields; see AuditChain.
CREATE TABLE audit (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    phase TEXT NOT NULL,
    intent INTEGER,
    request TEXT NOT NULL,
    account TEXT NOT NULL,
    role TEXT NOT NULL,
    source TEXT NOT NULL,
    action TEXT NOT NULL,
    target TEXT NOT NULL,
    outcome TEXT NOT NULL,
    change TEXT,
    hash TEXT NOT NULL
);

CREATE INDEX audit_account ON audit (account, seq);

CREATE INDEX audit_intent ON audit (intent);

CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE (ABORT, 'the audit trail is append-only');
END;

CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
BEGIN
    SELECT RAISE (ABORT, 'the audit trail is append-only');
END;

