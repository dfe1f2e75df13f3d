package dev.superbill.adapter.wire;

import dev.superbill.workqueue.CodingCase;
import java.util.List;

/// The port to the cases of a tenant, as its trail makes them.
public interface CaseSource {
    /// Reads them.
    ///
    /// @throws dev.superbill.failure.CodingException with `STORE_UNAVAILABLE` if the trail cannot
    ///   be read
    Recorded read();

    /// Cases, and the records that they were made from.
    ///
    /// @param firstSequence the place of the first record in the trail; 0 where there is none
    /// @param lastSequence the place of the last
    record Recorded(long firstSequence, long lastSequence, List<CodingCase> cases) {
        /// Copies.
        public Recorded {
            cases = List.copyOf(cases);
        }
    }
}
