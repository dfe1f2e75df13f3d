package dev.superbill.audit;

import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// An audit trail to look at.
public final class InMemoryAuditTrail implements AuditTrail {
    private final Map<String, List<TrailRecord>> chains = new TreeMap<>();

    @Override
    public synchronized TrailRecord append(AuditRecord record) {
        var known = find(record.tenant(), record.id());
        if (known.isPresent()) {
            if (known.get().repeats(record)) {
                return known.get();
            }
            throw new CodingException(Fault.CONFLICT, "The id names another record.");
        }
        var chain = chains.computeIfAbsent(record.tenant(), _ -> new ArrayList<>());
        var next =
                chain.isEmpty()
                        ? TrailRecord.after(0, TrailRecord.GENESIS, record)
                        : TrailRecord.after(
                                chain.getLast().sequence(), chain.getLast().hash(), record);
        chain.add(next);
        return next;
    }

    @Override
    public synchronized Optional<TrailRecord> find(String tenant, String id) {
        return chain(tenant).stream().filter(kept -> kept.record().id().equals(id)).findFirst();
    }

    @Override
    public synchronized List<TrailRecord> after(String tenant, long after, int limit) {
        return chain(tenant).stream().filter(kept -> kept.sequence() > after).limit(limit).toList();
    }

    @Override
    public synchronized List<TrailRecord> about(String tenant, String answerId) {
        return chain(tenant).stream()
                .filter(kept -> kept.record().answerId().equals(answerId))
                .toList();
    }

    @Override
    public synchronized List<String> tenants() {
        return List.copyOf(chains.keySet());
    }

    @Override
    public synchronized int erase(String tenant, Instant before) {
        int erased = 0;
        var chain = chains.getOrDefault(tenant, new ArrayList<>());
        for (int i = 0; i < chain.size(); i++) {
            var kept = chain.get(i);
            if (kept.record().kind().erasable()
                    && kept.record().time().isBefore(before)
                    && !kept.erased()
                    && !held(tenant, kept.record().answerId())) {
                chain.set(i, without(kept));
                erased++;
            }
        }
        return erased;
    }

    private boolean held(String tenant, String answerId) {
        return about(tenant, answerId).stream()
                        .map(kept -> kept.record().kind())
                        .filter(kind -> kind == RecordKind.HOLD || kind == RecordKind.RELEASE)
                        .reduce((_, later) -> later)
                        .orElse(RecordKind.RELEASE)
                == RecordKind.HOLD;
    }

    private static TrailRecord without(TrailRecord kept) {
        var record = kept.record();
        return new TrailRecord(
                kept.sequence(),
                new AuditRecord(
                        record.tenant(),
                        record.id(),
                        record.kind(),
                        record.time(),
                        record.user(),
                        record.answerId(),
                        record.noteSha256(),
                        ""),
                kept.contentSha256(),
                kept.previousHash(),
                kept.hash());
    }

    private List<TrailRecord> chain(String tenant) {
        return chains.getOrDefault(tenant, List.of());
    }

    /// What was kept for every tenant, oldest first.
    public synchronized List<AuditRecord> records() {
        return chains.values().stream().flatMap(List::stream).map(TrailRecord::record).toList();
    }
}
