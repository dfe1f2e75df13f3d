package dev.superbill.adapter.wire.trail;

import dev.superbill.adapter.wire.Door;
import dev.superbill.adapter.wire.Json;
import dev.superbill.adapter.wire.Suggester;
import dev.superbill.adapter.wire.SuggestionAnswer;
import dev.superbill.adapter.wire.SuggestionRequest;
import dev.superbill.audit.Actor;
import dev.superbill.audit.AuditRecord;
import dev.superbill.audit.AuditTrail;
import dev.superbill.audit.NoteFingerprint;
import dev.superbill.audit.NoteStore;
import dev.superbill.audit.RecordKind;
import dev.superbill.audit.Role;
import dev.superbill.audit.TrailRecord;
import dev.superbill.code.Code;
import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import dev.superbill.note.Note;
import dev.superbill.workqueue.Answer;
import dev.superbill.workqueue.CaseEvent;
import dev.superbill.workqueue.CaseStatus;
import dev.superbill.workqueue.CoderAction;
import dev.superbill.workqueue.CodingCase;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Where notes become cases and people decide on them. Everything read and written belongs to the
/// actor's tenant: what another tenant has does not exist. Safe for use by many threads, and beside
/// other processes.
///
/// Every method throws [CodingException]: with `FORBIDDEN` if the actor lacks the role, with
/// `STORE_UNAVAILABLE` if a store cannot be used.
public final class Desk {
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z-]{1,64}");
    private static final int LONGEST_STRETCH = 86_400;
    private static final int LONGEST_QUERY = 4_000;
    private static final int LOCKS = 64;

    private final Suggester suggester;
    private final AuditTrail trail;
    private final NoteStore notes;
    private final Terms terms;
    private final Casebooks casebooks;
    private final List<Lock> locks =
            IntStream.range(0, LOCKS).<Lock>mapToObj(_ -> new ReentrantLock()).toList();

    /// @param suggester codes the notes
    /// @param trail where answers and decisions are recorded
    /// @param notes where the texts of notes lie while they are worked on
    /// @param terms what the operator wants
    public Desk(Suggester suggester, AuditTrail trail, NoteStore notes, Terms terms) {
        this.suggester = suggester;
        this.trail = trail;
        this.notes = notes;
        this.terms = terms;
        this.casebooks = new Casebooks(trail);
    }

    /// What becomes of a note's text when its claim is signed.
    public enum AfterSigning {
        ERASE,
        KEEP
    }

    /// Whether the text of a note is kept for a person to read.
    public enum Text {
        KEPT,
        NOT_KEPT
    }

    /// What the operator wants.
    ///
    /// @param afterSigning what becomes of a note's text when its claim is signed
    /// @param shadowDepartments departments whose coders do not see suggestions, for a pilot; in
    ///   lower case
    public record Terms(AfterSigning afterSigning, Set<String> shadowDepartments) {
        /// Copies.
        public Terms {
            shadowDepartments = Set.copyOf(shadowDepartments);
        }

        /// Texts are erased, and everybody sees suggestions.
        public static Terms standard() {
            return new Terms(AfterSigning.ERASE, Set.of());
        }
    }

    /// What a payer denied.
    ///
    /// @param lines the codes of the lines denied, as billed; empty for the whole claim
    /// @param carc the claim adjustment reason code, such as `97`
    /// @param group the claim adjustment group code: CO, PR, OA or PI
    /// @param rarcs remittance advice remark codes, such as `M15`
    /// @param amountCents the amount denied, in cents; 0 where not told
    public record Denial(
            List<Code> lines, String carc, String group, List<String> rarcs, long amountCents) {
        /// Copies.
        public Denial {
            lines = List.copyOf(lines);
            rarcs = List.copyOf(rarcs);
        }
    }

    /// Codes a note for a person to work on: records the answer and keeps the note's text.
    ///
    /// @param actor who asks
    /// @param request a request that keeps the interface's constraints
    /// @param door where it came in
    /// @throws CodingException with `NO_EDITION` if no loaded edition of CPT covers the service
    ///   date
    public SuggestionAnswer open(Actor actor, SuggestionRequest request, Door door) {
        return open(actor, request, new Opening(door, Text.KEPT, "", suggester.begin())).answer();
    }

    /// How a note comes in.
    ///
    /// @param door where
    /// @param text whether its text is kept
    /// @param id names the answer; a new id where it is empty
    /// @param turn the call
    record Opening(Door door, Text text, String id, Suggester.Turn turn) {}

    WrittenAnswer open(Actor actor, SuggestionRequest request, Opening opening) {
        require(actor, Role.CODER, Role.SERVICE, Role.ADMIN);
        var known = opening.id().isEmpty() ? Optional.<TrailRecord>empty() : find(actor, opening);
        var answer =
                known.isPresent() ? again(known.get(), request) : record(actor, request, opening);
        var id = answer.answer().id();
        if (opening.text() == Text.KEPT && !signed(actor, id, known)) {
            notes.keep(actor.tenant(), id, request.note().text());
        }
        return answer;
    }

    private Optional<TrailRecord> find(Actor actor, Opening opening) {
        return trail.find(actor.tenant(), opening.id());
    }

    private boolean signed(Actor actor, String answerId, Optional<TrailRecord> known) {
        return known.isPresent()
                && casebooks
                        .of(actor.tenant())
                        .find(answerId)
                        .filter(found -> found.status() == CaseStatus.SIGNED)
                        .isPresent();
    }

    private WrittenAnswer record(Actor actor, SuggestionRequest request, Opening opening) {
        var id = opening.id().isEmpty() ? suggester.nextId() : opening.id();
        var answer = new WrittenAnswer(suggester.suggest(id, request, opening.turn()));
        var record =
                new AuditRecord(
                        actor.tenant(),
                        id,
                        RecordKind.ANSWER,
                        suggester.now(),
                        actor.user(),
                        id,
                        fingerprint(request.note().text()),
                        Json.writeContent(
                                new AnswerContent(
                                        opening.door().label(),
                                        CaseRecords.label(visibility(request, opening.text())),
                                        request.encounter(),
                                        request.options(),
                                        answer.sha256(),
                                        AnswerWords.without(answer.answer()))));
        if (opening.id().isEmpty()) {
            var _ = trail.append(record);
            return answer;
        }
        try {
            var _ = trail.append(record);
            return answer;
        } catch (CodingException e) {
            // Somebody else was faster with the same id.
            if (e.fault() != Fault.CONFLICT) {
                throw e;
            }
            return again(find(actor, opening).orElseThrow(() -> e), request);
        }
    }

    /// Programs that are sent the answer see it; a coder of a pilot's department does not.
    private Answer.Visibility visibility(SuggestionRequest request, Text text) {
        var department = request.encounter().department();
        return text == Text.KEPT
                        && department != null
                        && terms.shadowDepartments()
                                .contains(department.strip().toLowerCase(Locale.ROOT))
                ? Answer.Visibility.HIDDEN
                : Answer.Visibility.SHOWN;
    }

    private static String fingerprint(String text) {
        return NoteFingerprint.of(new Note("", text)).sha256();
    }

    /// The recorded answer to the same request.
    private static WrittenAnswer again(TrailRecord known, SuggestionRequest request) {
        if (!CaseRecords.isAnswer(known)) {
            throw otherRequest();
        }
        var content = CaseRecords.content(known.record());
        var text = request.note().text();
        if (!known.record().noteSha256().equals(fingerprint(text))
                || !content.encounter().equals(request.encounter())
                || !Objects.equals(content.options(), request.options())) {
            throw otherRequest();
        }
        var options = request.options();
        var answer = content.answer().named(known.record().id());
        return new WrittenAnswer(
                options != null && Boolean.FALSE.equals(options.quotes())
                        ? AnswerWords.pointing(text, answer)
                        : AnswerWords.quoting(text, answer));
    }

    private static CodingException otherRequest() {
        return new CodingException(
                Fault.KEY_REUSED, "Another request was sent with this Idempotency-Key.");
    }

    /// The case of an answer, with what its author was asked.
    public Optional<CodingCase> find(Actor actor, String answerId) {
        requireReader(actor);
        return casebooks.of(actor.tenant()).find(answerId).map(found -> asking(actor, found));
    }

    /// What an author is asked lies beside the note's text.
    private CodingCase asking(Actor actor, CodingCase found) {
        return new CodingCase(
                found.answer(),
                asking(actor, found.standing()),
                asking(actor, found.history()),
                found.denials());
    }

    private List<CaseEvent.Decided> asking(Actor actor, List<CaseEvent.Decided> decisions) {
        return decisions.stream().map(decided -> asking(actor, decided)).toList();
    }

    private CaseEvent.Decided asking(Actor actor, CaseEvent.Decided decided) {
        if (!(decided.action() instanceof CoderAction.Query(var rules, _))) {
            return decided;
        }
        return new CaseEvent.Decided(
                decided.id(),
                decided.answerId(),
                decided.time(),
                decided.user(),
                new CoderAction.Query(rules, notes.find(actor.tenant(), decided.id()).orElse("")),
                decided.activeSeconds());
    }

    /// The answer as recorded; with its headings and quotes where the note's text is kept.
    public Optional<SuggestionAnswer> answer(Actor actor, String answerId) {
        requireReader(actor);
        return content(actor, answerId)
                .map(content -> content.answer().named(answerId))
                .map(answer ->
                        text(actor, answerId)
                                .map(text -> AnswerWords.quoting(text, answer))
                                .orElse(answer));
    }

    /// The encounter as it was sent.
    public Optional<SuggestionRequest.Encounter> encounter(Actor actor, String answerId) {
        requireReader(actor);
        return content(actor, answerId).map(AnswerContent::encounter);
    }

    private Optional<AnswerContent> content(Actor actor, String answerId) {
        return trail.find(actor.tenant(), answerId)
                .filter(CaseRecords::isAnswer)
                .map(kept -> CaseRecords.content(kept.record()));
    }

    /// The note's text, where it is still kept.
    public Optional<String> note(Actor actor, String answerId) {
        require(actor, Role.CODER, Role.AUDITOR, Role.ADMIN);
        return content(actor, answerId).flatMap(_ -> text(actor, answerId));
    }

    /// A process that ended between the signature and the erasure left a text behind.
    private Optional<String> text(Actor actor, String answerId) {
        var kept = notes.find(actor.tenant(), answerId);
        if (kept.isPresent() && terms.afterSigning() == AfterSigning.ERASE) {
            var found = requireCase(actor, answerId);
            if (found.status() == CaseStatus.SIGNED) {
                erase(actor.tenant(), found);
                return Optional.empty();
            }
        }
        return kept;
    }

    /// Every case, oldest answer first, without what authors were asked.
    public List<CodingCase> cases(Actor actor) {
        requireReader(actor);
        return casebooks.of(actor.tenant()).cases();
    }

    /// Decides. A repeated id with the same content is the same decision. Signing erases the note's
    /// text, unless texts are kept.
    ///
    /// @param actor who decides
    /// @param answerId the answer
    /// @param decisionId names the decision, 1 to 64 letters, digits and hyphens; a new id where it
    ///   is empty
    /// @param action what is decided
    /// @param activeSeconds how long the person worked on it, 0 to 86,400
    /// @throws CodingException with `NOT_FOUND` if there is no such case, with `CONFLICT` if the
    ///   case does not take the decision or the id names another record, with `INVALID_REQUEST` if
    ///   a value is out of its range
    public CaseEvent.Decided decide(
            Actor actor,
            String answerId,
            String decisionId,
            CoderAction action,
            int activeSeconds) {
        return (CaseEvent.Decided)
                CaseRecords.event(
                                enter(actor, answerId, decisionId, action, activeSeconds).record())
                        .orElseThrow();
    }

    /// A record that was written, or that was there already.
    ///
    /// @param record the record
    /// @param status 201 for a new one, else 200
    record Entered(TrailRecord record, int status) {
        private static final int CREATED = 201;
        private static final int FOUND = 200;
    }

    Entered enter(
            Actor actor,
            String answerId,
            String decisionId,
            CoderAction action,
            int activeSeconds) {
        require(actor, Role.CODER, Role.ADMIN);
        requireId(decisionId);
        if (activeSeconds < 0 || activeSeconds > LONGEST_STRETCH) {
            throw invalid("Active seconds are outside 0..86400.");
        }
        if (action instanceof CoderAction.Query(_, var text) && text.length() > LONGEST_QUERY) {
            throw invalid("A query has at most 4000 characters.");
        }
        var found = requireCase(actor, answerId);
        var record =
                new AuditRecord(
                        actor.tenant(),
                        decisionId.isEmpty() ? suggester.nextId() : decisionId,
                        RecordKind.DECISION,
                        suggester.now(),
                        actor.user(),
                        answerId,
                        found.answer().noteSha256(),
                        CaseRecords.content(action, activeSeconds));
        var lock = locks.get(Math.floorMod(answerId.hashCode(), LOCKS));
        lock.lock();
        try {
            var entered = repeated(record).orElseGet(() -> decide(record, action));
            if (action instanceof CoderAction.Sign && terms.afterSigning() == AfterSigning.ERASE) {
                erase(actor.tenant(), requireCase(actor, answerId));
            }
            return entered;
        } finally {
            lock.unlock();
        }
    }

    /// The record that is there already, where this one repeats it.
    private Optional<Entered> repeated(AuditRecord record) {
        var known = trail.find(record.tenant(), record.id());
        if (known.isPresent() && !known.get().repeats(record)) {
            throw otherRecord(record);
        }
        known.filter(kept -> kept.record().kind() == RecordKind.DECISION)
                .ifPresent(kept -> requireTaken(kept.record()));
        return known.map(kept -> new Entered(kept, Entered.FOUND));
    }

    private static CodingException otherRecord(AuditRecord record) {
        return IdempotencyKey.names(record.id())
                ? otherRequest()
                : new CodingException(Fault.CONFLICT, "The id names another record.");
    }

    private Entered append(AuditRecord record) {
        try {
            return new Entered(trail.append(record), Entered.CREATED);
        } catch (CodingException e) {
            throw e.fault() == Fault.CONFLICT ? otherRecord(record) : e;
        }
    }

    private Entered decide(AuditRecord record, CoderAction action) {
        var tenant = record.tenant();
        var decided = (CaseEvent.Decided) CaseRecords.decided(record).orElseThrow();
        // Fails where the case does not take it.
        var _ = requireCase(tenant, record.answerId()).decide(decided);
        if (action instanceof CoderAction.Query(_, var text)) {
            notes.keep(tenant, record.id(), text);
        }
        try {
            var entered = append(record);
            var _ = requireTaken(record);
            return entered;
        } catch (CodingException e) {
            if (e.fault() == Fault.CONFLICT) {
                notes.erase(tenant, record.id());
            }
            throw e;
        }
    }

    /// Another process may have decided between the look at the case and the writing.
    private CodingCase requireTaken(AuditRecord record) {
        var after = requireCase(record.tenant(), record.answerId());
        if (after.history().stream().noneMatch(other -> other.id().equals(record.id()))) {
            throw new CodingException(
                    Fault.CONFLICT, "Somebody else decided on the case at the same time.");
        }
        return after;
    }

    private void erase(String tenant, CodingCase signed) {
        notes.erase(tenant, signed.answer().id());
        signed.history().stream()
                .filter(decided -> decided.action() instanceof CoderAction.Query)
                .forEach(query -> notes.erase(tenant, query.id()));
    }

    /// Reports what a payer denied.
    ///
    /// @param actor who reports it
    /// @param answerId the answer
    /// @param denialId names the denial, as a decision's id does
    /// @param denial what was denied
    /// @throws CodingException with `NOT_FOUND` if there is no such case, with `CONFLICT` if the id
    ///   names another record
    public CaseEvent.Denied deny(Actor actor, String answerId, String denialId, Denial denial) {
        return (CaseEvent.Denied)
                CaseRecords.event(enter(actor, answerId, denialId, denial).record()).orElseThrow();
    }

    Entered enter(Actor actor, String answerId, String denialId, Denial denial) {
        require(actor, Role.SERVICE, Role.ADMIN);
        requireId(denialId);
        var found = requireCase(actor, answerId);
        return appendOnce(
                new AuditRecord(
                        actor.tenant(),
                        denialId.isEmpty() ? suggester.nextId() : denialId,
                        RecordKind.DENIAL,
                        suggester.now(),
                        actor.user(),
                        answerId,
                        found.answer().noteSha256(),
                        CaseRecords.content(denial)));
    }

    /// Holds everything about an answer for a legal matter: retention erases none of it.
    ///
    /// @param actor who holds it
    /// @param answerId the answer
    /// @param reason the matter, at most 200 characters; may be empty
    /// @throws CodingException with `NOT_FOUND` if there is no such answer
    public TrailRecord hold(Actor actor, String answerId, String reason) {
        return enter(actor, answerId, "", RecordKind.HOLD, reason).record();
    }

    /// Ends a legal hold.
    ///
    /// @param actor who ends it
    /// @param answerId the answer
    /// @param reason why, at most 200 characters; may be empty
    /// @throws CodingException with `NOT_FOUND` if there is no such answer
    public TrailRecord release(Actor actor, String answerId, String reason) {
        return enter(actor, answerId, "", RecordKind.RELEASE, reason).record();
    }

    Entered enter(Actor actor, String answerId, String id, RecordKind kind, String reason) {
        require(actor, Role.AUDITOR, Role.ADMIN);
        requireId(id);
        var answer =
                trail.find(actor.tenant(), answerId)
                        .filter(kept -> kept.record().kind() == RecordKind.ANSWER)
                        .orElseThrow(Desk::noCase);
        return appendOnce(
                new AuditRecord(
                        actor.tenant(),
                        id.isEmpty() ? suggester.nextId() : id,
                        kind,
                        suggester.now(),
                        actor.user(),
                        answerId,
                        answer.record().noteSha256(),
                        Json.writeContent(new HoldContent(reason))));
    }

    private Entered appendOnce(AuditRecord record) {
        return repeated(record).orElseGet(() -> append(record));
    }

    /// The end of the tenant's chain.
    TrailHead head(Actor actor) {
        require(actor, Role.AUDITOR, Role.ADMIN);
        return casebooks.head(actor.tenant());
    }

    private CodingCase requireCase(Actor actor, String answerId) {
        return requireCase(actor.tenant(), answerId);
    }

    private CodingCase requireCase(String tenant, String answerId) {
        return casebooks.of(tenant).find(answerId).orElseThrow(Desk::noCase);
    }

    private static CodingException noCase() {
        return new CodingException(Fault.NOT_FOUND, "There is no answer of that id.");
    }

    private static void requireId(String id) {
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            throw invalid("An id has 1 to 64 letters, digits and hyphens.");
        }
    }

    private static CodingException invalid(String why) {
        return new CodingException(Fault.INVALID_REQUEST, why);
    }

    private static void requireReader(Actor actor) {
        require(actor, Role.CODER, Role.AUDITOR, Role.SERVICE, Role.ADMIN);
    }

    private static void require(Actor actor, Role... roles) {
        if (!actor.hasAny(roles)) {
            throw new CodingException(
                    Fault.FORBIDDEN, "The caller has none of the roles that this needs.");
        }
    }
}
