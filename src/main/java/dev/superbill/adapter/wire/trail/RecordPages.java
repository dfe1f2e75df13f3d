package dev.superbill.adapter.wire.trail;

import dev.superbill.adapter.wire.Call;
import dev.superbill.audit.AuditTrail;
import dev.superbill.audit.RecordKind;
import dev.superbill.audit.TrailRecord;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the trail page by page.
final class RecordPages {
    private static final int STEP = 500;
    private static final int MOST_LOOKED_AT = 5_000;

    private final AuditTrail trail;

    RecordPages(AuditTrail trail) {
        this.trail = trail;
    }

    /// Some records.
    ///
    /// @param records in their order
    /// @param next the cursor of the next page, `null` of the last
    record Page(List<TrailRecord> records, @Nullable String next) {
        Page {
            records = List.copyOf(records);
        }
    }

    /// The page that a call asks for, of records of some kinds, or of the one of them that it
    /// names.
    Page of(Call call, Set<RecordKind> kinds) {
        var parameters = new Parameters(call);
        Set<RecordKind> wanted =
                kinds.size() == 1
                        ? kinds
                        : parameters.one(
                                "kind",
                                kinds,
                                label -> RecordKind.labelled(label).map(Set::of),
                                "is answer, decision, denial, hold, release, erasure or policy");
        var answerId = parameters.text("answerId");
        int limit = parameters.limit();
        var tenant = call.actor().tenant();
        var cursor = Cursor.of(call.path(), tenant, EnumSet.copyOf(wanted).toString(), answerId);
        long place = parameters.place(cursor);
        parameters.check();
        var found = new ArrayList<TrailRecord>();
        if (!answerId.isEmpty()) {
            for (var record : trail.about(tenant, answerId)) {
                if (record.sequence() > place && wanted.contains(record.record().kind())) {
                    found.add(record);
                }
            }
            return found.size() > limit
                    ? new Page(found.subList(0, limit), cursor.at(found.get(limit - 1).sequence()))
                    : new Page(found, null);
        }
        int lookedAt = 0;
        long last = place;
        for (var page = trail.after(tenant, last, STEP);
                !page.isEmpty();
                page = trail.after(tenant, last, STEP)) {
            for (var record : page) {
                if (found.size() == limit || lookedAt == MOST_LOOKED_AT) {
                    return new Page(found, cursor.at(last));
                }
                if (wanted.contains(record.record().kind())) {
                    found.add(record);
                }
                lookedAt++;
                last = record.sequence();
            }
        }
        return new Page(found, null);
    }
}
