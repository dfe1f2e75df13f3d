-- The texts of notes while people work on them, encrypted.
CREATE TABLE note (
    tenant TEXT NOT NULL,
    answer_id TEXT NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (tenant, answer_id)
) STRICT;
