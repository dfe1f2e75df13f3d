package dev.superbill.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The port to where the trail is kept: one chain of records a tenant, to which records are
/// appended and of which none is changed. Implementations are safe for use by many threads and
/// processes. What is appended is kept when the method returns, whatever happens to the process
/// then.
///
/// Every method throws [dev.superbill.failure.CodingException] with `STORE_UNAVAILABLE` where the
/// store cannot be used.
public interface AuditTrail {
    /// Appends a record. Where the tenant has one of that id already and it
    /// [repeats][TrailRecord#repeats] it, that one is returned and nothing written.
    ///
    /// @throws dev.superbill.failure.CodingException with `CONFLICT` if the tenant has another
    ///   record of that id
    TrailRecord append(AuditRecord record);

    /// The record of an id.
    Optional<TrailRecord> find(String tenant, String id);

    /// Records in their order.
    ///
    /// @param tenant whose
    /// @param after the place after which to start, 0 for the first
    /// @param limit the most records wanted, at least 1
    List<TrailRecord> after(String tenant, long after, int limit);

    /// Every record about an answer, the answer's own first, in their order.
    List<TrailRecord> about(String tenant, String answerId);

    /// The tenants that have records, in the order of their names.
    List<String> tenants();

    /// Erases the content of records older than a time, unless they are about an answer that is
    /// held; holds, releases, erasures and policies keep theirs.
    ///
    /// @param tenant whose
    /// @param before the time
    /// @return how many contents were erased
    int erase(String tenant, Instant before);

    /// A trail that keeps nothing.
    static AuditTrail none() {
        return new NoTrail();
    }
}
