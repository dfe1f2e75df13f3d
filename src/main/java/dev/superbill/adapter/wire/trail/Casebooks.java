package dev.superbill.adapter.wire.trail;

import dev.superbill.audit.AuditTrail;
import dev.superbill.audit.RecordKind;
import dev.superbill.audit.TrailRecord;
import dev.superbill.workqueue.Casebook;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// The casebook of each tenant, which reads on in the trail at every use: what other processes
/// appended is in it. Safe for use by many threads.
public final class Casebooks {
    private static final int PAGE = 500;

    private final AuditTrail trail;
    private final ConcurrentMap<String, Shelf> shelves = new ConcurrentHashMap<>();

    /// @param trail where the records are
    public Casebooks(AuditTrail trail) {
        this.trail = trail;
    }

    /// The casebook of a tenant, with everything that the trail holds now.
    public Casebook of(String tenant) {
        return shelves.computeIfAbsent(tenant, Shelf::new).current();
    }

    /// Where the chain of a tenant ends now.
    public TrailHead head(String tenant) {
        return shelves.computeIfAbsent(tenant, Shelf::new).head();
    }

    /// A tenant's casebook and how far it has read.
    private final class Shelf {
        private final String tenant;
        private Casebook book = new Casebook();
        private long last;
        private String hash = TrailRecord.GENESIS;
        private long erasure;

        Shelf(String tenant) {
            this.tenant = tenant;
        }

        synchronized Casebook current() {
            var page = trail.after(tenant, last, PAGE);
            while (read(page)) {
                page = trail.after(tenant, last, PAGE);
            }
            return book;
        }

        synchronized TrailHead head() {
            var _ = current();
            return new TrailHead(last, hash);
        }

        /// Whether anything was read. A record whose forerunner is not there yet is left for later:
        /// a store may show records out of order for a moment.
        private boolean read(List<TrailRecord> page) {
            long before = last;
            for (var next : page) {
                if (next.sequence() != last + 1) {
                    break;
                }
                if (next.record().kind() == RecordKind.ERASURE && next.sequence() > erasure) {
                    beginAgain(next.sequence());
                    return true;
                }
                CaseRecords.event(next).ifPresent(book::apply);
                last = next.sequence();
                hash = next.hash();
            }
            return last > before;
        }

        /// What was erased is forgotten here too.
        private void beginAgain(long known) {
            book = new Casebook();
            last = 0;
            hash = TrailRecord.GENESIS;
            erasure = known;
        }
    }
}
