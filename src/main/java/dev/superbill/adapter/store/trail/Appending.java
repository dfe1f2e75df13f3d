package dev.superbill.adapter.store.trail;

import dev.superbill.audit.AuditRecord;
import dev.superbill.audit.TrailRecord;
import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;

/// What every store does with an id that its tenant has already.
final class Appending {
    private Appending() {}

    /// The record that is there, if this is it once more.
    ///
    /// @throws CodingException with `CONFLICT` if it is another
    static TrailRecord again(TrailRecord known, AuditRecord record) {
        if (known.repeats(record)) {
            return known;
        }
        throw new CodingException(Fault.CONFLICT, "The id names another record.");
    }
}
