-- The audit trail: one chain of records a tenant. What happened lies in a table of its own, so that
-- retention can erase it and touches no record.
CREATE TABLE trail (
    tenant TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    time INTEGER NOT NULL, -- milliseconds since 1970 in UTC
    user TEXT NOT NULL,
    answer_id TEXT NOT NULL,
    note_sha256 TEXT NOT NULL,
    content_sha256 TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (tenant, sequence),
    UNIQUE (tenant, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX trail_answer ON trail (tenant, answer_id, sequence);

CREATE TABLE content (
    tenant TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (tenant, sequence),
    FOREIGN KEY (tenant, sequence) REFERENCES trail (tenant, sequence)
) STRICT;

-- A record goes to the end of its chain and nowhere else; that also keeps INSERT OR REPLACE out.
CREATE TRIGGER trail_appended BEFORE INSERT ON trail
WHEN new.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM trail WHERE tenant = new.tenant)
    OR EXISTS (SELECT 1 FROM trail WHERE tenant = new.tenant AND id = new.id)
BEGIN
    SELECT RAISE(ABORT, 'records are appended');
END;

CREATE TRIGGER trail_unchanged BEFORE UPDATE ON trail
BEGIN
    SELECT RAISE(ABORT, 'no record is changed');
END;

CREATE TRIGGER trail_kept BEFORE DELETE ON trail
BEGIN
    SELECT RAISE(ABORT, 'no record is deleted');
END;

CREATE TRIGGER content_written_once BEFORE INSERT ON content
WHEN EXISTS (SELECT 1 FROM content WHERE tenant = new.tenant AND sequence = new.sequence)
BEGIN
    SELECT RAISE(ABORT, 'a content is written once');
END;

CREATE TRIGGER content_unchanged BEFORE UPDATE ON content
BEGIN
    SELECT RAISE(ABORT, 'no content is changed');
END;

-- Of an answer that is held nothing is erased; nor is what tells of holds, erasures and policies.
CREATE TRIGGER content_held BEFORE DELETE ON content
WHEN EXISTS (
    SELECT 1 FROM trail AS kept
    WHERE kept.tenant = old.tenant AND kept.sequence = old.sequence
        AND (kept.kind NOT IN ('answer', 'decision', 'denial')
            OR 'hold' = (
                SELECT last.kind FROM trail AS last
                WHERE last.tenant = kept.tenant AND last.answer_id = kept.answer_id
                    AND last.kind IN ('hold', 'release')
                ORDER BY last.sequence DESC LIMIT 1)))
BEGIN
    SELECT RAISE(ABORT, 'the content is held');
END;
