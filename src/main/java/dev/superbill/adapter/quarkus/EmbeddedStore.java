package dev.superbill.adapter.quarkus;

import dev.superbill.adapter.store.trail.NoteCipher;
import dev.superbill.audit.AuditTrail;
import dev.superbill.audit.NoteStore;
import java.nio.file.Path;

/// The store in a file, where the program has one: a function has not.
interface EmbeddedStore {
    /// The file.
    Path file();

    /// The audit trail in it.
    AuditTrail trail();

    /// The texts of notes in it.
    NoteStore notes(NoteCipher cipher);
}
