package dev.superbill.audit;

import java.util.ArrayList;
import java.util.List;

/// Whether a tenant's chain is whole: every record in its place, every hash right. What was cut off
/// at the end shows only against a head that was noted elsewhere.
///
/// @param tenant whose chain
/// @param records how many records it has
/// @param erased how many of them have no content any more
/// @param head the hash of the last record, [TrailRecord#GENESIS] where there is none
/// @param breaks where it is broken, in order; empty where it is whole
public record ChainCheck(
        String tenant, long records, long erased, String head, List<Break> breaks) {
    private static final int PAGE = 500;
    private static final int MOST_BREAKS = 20;

    /// Copies.
    public ChainCheck {
        breaks = List.copyOf(breaks);
    }

    /// A place where the chain is broken.
    ///
    /// @param sequence the place of the record
    /// @param id the record
    /// @param what is wrong
    public record Break(long sequence, String id, String what) {}

    /// Whether nothing is wrong.
    public boolean whole() {
        return breaks.isEmpty();
    }

    /// Reads a chain from its first record to its last; stops at the twentieth break.
    public static ChainCheck of(AuditTrail trail, String tenant) {
        var breaks = new ArrayList<Break>();
        long records = 0;
        long erased = 0;
        long last = 0;
        var head = TrailRecord.GENESIS;
        for (var page = trail.after(tenant, 0, PAGE);
                !page.isEmpty() && breaks.size() < MOST_BREAKS;
                page = trail.after(tenant, last, PAGE)) {
            for (var next : page) {
                if (next.sequence() != last + 1) {
                    breaks.add(broken(next, "a record before it is missing"));
                } else if (!next.previousHash().equals(head)) {
                    breaks.add(broken(next, "it does not follow the record before it"));
                }
                if (!next.sound()) {
                    breaks.add(broken(next, "it is not what was written"));
                }
                records++;
                erased += next.erased() ? 1 : 0;
                last = next.sequence();
                head = next.hash();
            }
        }
        return new ChainCheck(
                tenant,
                records,
                erased,
                head,
                breaks.subList(0, Math.min(MOST_BREAKS, breaks.size())));
    }

    private static Break broken(TrailRecord record, String what) {
        return new Break(record.sequence(), record.record().id(), what);
    }
}
