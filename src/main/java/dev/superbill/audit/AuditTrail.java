package dev.superbill.audit;

/// The port to wherever records of answers are kept. Implementations are safe for use by many
/// threads.
public interface AuditTrail {
    /// Keeps a record.
    ///
    /// @throws dev.superbill.failure.CodingException with `STORE_UNAVAILABLE` if it cannot be kept
    void keep(AuditRecord record);

    /// A trail that keeps nothing.
    static AuditTrail none() {
        return record -> {};
    }
}
