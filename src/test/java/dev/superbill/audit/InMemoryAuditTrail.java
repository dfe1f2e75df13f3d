package dev.superbill.audit;

import java.util.ArrayList;
import java.util.List;

/// An audit trail to look at.
public final class InMemoryAuditTrail implements AuditTrail {
    private final List<AuditRecord> records = new ArrayList<>();

    @Override
    public synchronized void keep(AuditRecord record) {
        records.add(record);
    }

    /// What was kept, oldest first.
    public synchronized List<AuditRecord> records() {
        return List.copyOf(records);
    }
}
