package dev.superbill.adapter.wire.trail;

import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import dev.superbill.workqueue.CodingCase;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The port to what tells figures of cases.
public interface Analytics {
    /// The figures of a name, as a value that is written as JSON.
    ///
    /// @param name which figures
    /// @param query the parameters of the query
    /// @param cases every case of the tenant, oldest answer first
    /// @param now the time
    /// @throws CodingException with `NOT_FOUND` if there are no figures of that name, with
    ///   `INVALID_REQUEST` if a parameter breaks its constraint
    Object answer(
            String name, Map<String, List<String>> query, List<CodingCase> cases, Instant now);

    /// What knows no figures.
    static Analytics none() {
        return (name, query, cases, now) -> {
            throw new CodingException(Fault.NOT_FOUND, "There are no figures of that name.");
        };
    }
}
