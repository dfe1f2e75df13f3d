package dev.superbill.adapter.wire;

import dev.superbill.audit.AuditRecord;
import dev.superbill.audit.AuditTrail;
import dev.superbill.audit.ChainCheck;
import dev.superbill.audit.NoteStore;
import dev.superbill.audit.RecordKind;
import dev.superbill.audit.TrailRecord;
import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Looks after the audit trail: checks its chains, holds answers for a legal matter, erases what is
/// past its retention. What it does is a record of the trail itself.
///
/// Every method throws [CodingException] with `STORE_UNAVAILABLE` where the store cannot be used.
public final class TrailKeeper {
    private static final int PAGE = 500;

    private final AuditTrail trail;
    private final Supplier<NoteStore> notes;
    private final InstantSource clock;
    private final Ulid ids;

    /// @param trail what is looked after
    /// @param notes where the texts of notes lie; asked for when some are erased
    /// @param clock the time of day
    /// @param random the random part of ids
    public TrailKeeper(
            AuditTrail trail,
            Supplier<NoteStore> notes,
            InstantSource clock,
            RandomGenerator random) {
        this.trail = trail;
        this.notes = notes;
        this.clock = clock;
        this.ids = new Ulid(clock, random);
    }

    /// What came of an erasure.
    ///
    /// @param tenant whose
    /// @param contents how many contents were erased
    public record Erasure(String tenant, int contents) {}

    /// What came of holding or releasing.
    public enum Change {
        /// It is so now.
        MADE,
        /// It was so before.
        KNOWN
    }

    /// What the record of a hold, or of its end, tells.
    public record Reason(String reason) {}

    /// What the record of an erasure tells.
    ///
    /// @param before the time, in the form of ISO 8601
    /// @param contents how many contents were erased
    public record Erased(String before, int contents) {}

    /// The tenants that have records, in the order of their names.
    public List<String> tenants() {
        return trail.tenants();
    }

    /// Reads a tenant's chain from its first record to its last.
    public ChainCheck check(String tenant) {
        return ChainCheck.of(trail, tenant);
    }

    /// Whether a hash that was once the head of a tenant's chain is in it still: where it is not,
    /// the chain was cut off before it, or written anew.
    public boolean holds(String tenant, String head) {
        if (head.equals(TrailRecord.GENESIS)) {
            return true;
        }
        long last = 0;
        for (var page = trail.after(tenant, 0, PAGE);
                !page.isEmpty();
                page = trail.after(tenant, last, PAGE)) {
            if (page.stream().anyMatch(kept -> kept.hash().equals(head))) {
                return true;
            }
            last = page.getLast().sequence();
        }
        return false;
    }

    /// Holds everything about an answer, so that retention erases none of it.
    ///
    /// @param tenant whose answer
    /// @param answerId the answer
    /// @param user who holds it
    /// @param reason the matter; may be empty
    /// @throws CodingException with `NOT_FOUND` if there is no such answer
    public Change hold(String tenant, String answerId, String user, String reason) {
        return change(RecordKind.HOLD, tenant, answerId, user, reason);
    }

    /// Ends a hold.
    ///
    /// @param tenant whose answer
    /// @param answerId the answer
    /// @param user who ends it
    /// @param reason why; may be empty
    /// @throws CodingException with `NOT_FOUND` if there is no such answer
    public Change release(String tenant, String answerId, String user, String reason) {
        return change(RecordKind.RELEASE, tenant, answerId, user, reason);
    }

    private Change change(
            RecordKind kind, String tenant, String answerId, String user, String reason) {
        var about = trail.about(tenant, answerId);
        if (about.isEmpty() || about.getFirst().record().kind() != RecordKind.ANSWER) {
            throw new CodingException(Fault.NOT_FOUND, "There is no answer of that id.");
        }
        if (last(about) == kind) {
            return Change.KNOWN;
        }
        append(
                tenant,
                kind,
                user,
                about.getFirst().record().answerId(),
                about.getFirst().record().noteSha256(),
                new Reason(reason));
        return Change.MADE;
    }

    private static RecordKind last(List<TrailRecord> about) {
        return about.stream()
                .map(kept -> kept.record().kind())
                .filter(kind -> kind == RecordKind.HOLD || kind == RecordKind.RELEASE)
                .reduce((_, later) -> later)
                .orElse(RecordKind.RELEASE);
    }

    /// Erases the contents of a tenant's records from before a time, and the texts of their notes,
    /// but for what is held.
    ///
    /// @param tenant whose
    /// @param before the time
    /// @param user who erases
    public Erasure erase(String tenant, Instant before, String user) {
        int contents = trail.erase(tenant, before);
        if (contents > 0) {
            append(
                    tenant,
                    RecordKind.ERASURE,
                    user,
                    "",
                    "",
                    new Erased(before.toString(), contents));
        }
        forgetNotes(tenant, before);
        return new Erasure(tenant, contents);
    }

    /// Also what an erasure before this one was kept from by the end of its process.
    private void forgetNotes(String tenant, Instant before) {
        Optional<NoteStore> store = Optional.empty();
        long last = 0;
        for (var page = trail.after(tenant, 0, PAGE);
                !page.isEmpty();
                page = trail.after(tenant, last, PAGE)) {
            for (var kept : page) {
                var record = kept.record();
                if (kept.erased() && record.kind().erasable() && record.time().isBefore(before)) {
                    store = store.isPresent() ? store : Optional.of(notes.get());
                    store.get().erase(tenant, record.id());
                }
            }
            last = page.getLast().sequence();
        }
    }

    private void append(
            String tenant,
            RecordKind kind,
            String user,
            String answerId,
            String noteSha256,
            Object content) {
        var _ =
                trail.append(
                        new AuditRecord(
                                tenant,
                                ids.next(),
                                kind,
                                clock.instant(),
                                user,
                                answerId,
                                noteSha256,
                                new String(Json.write(content), StandardCharsets.UTF_8)));
    }
}
