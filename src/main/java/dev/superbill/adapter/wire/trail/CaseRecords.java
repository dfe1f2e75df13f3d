package dev.superbill.adapter.wire.trail;

import dev.superbill.adapter.wire.Json;
import dev.superbill.adapter.wire.SuggestionAnswer;
import dev.superbill.audit.AuditRecord;
import dev.superbill.audit.RecordKind;
import dev.superbill.audit.TrailRecord;
import dev.superbill.note.Span;
import dev.superbill.workqueue.Answer;
import dev.superbill.workqueue.CaseEvent;
import dev.superbill.workqueue.ChosenLine;
import dev.superbill.workqueue.CoderAction;
import dev.superbill.workqueue.OverrideReason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads what happened to cases out of the trail, and writes it for the trail.
public final class CaseRecords {
    private static final int MOST_UNITS = 9999;
    private static final int MOST_MODIFIERS = 4;
    private static final String HIDDEN = "hidden";
    private static final String SHOWN = "shown";

    private CaseRecords() {}

    /// What a record tells of a case; empty where it tells of none, its content was erased, or a
    /// later version wrote what this one does not know.
    public static Optional<CaseEvent> event(TrailRecord kept) {
        if (kept.erased()) {
            return Optional.empty();
        }
        var record = kept.record();
        return switch (record.kind()) {
            case ANSWER -> Optional.of(new CaseEvent.Answered(answer(record)));
            case DECISION -> decided(record);
            case DENIAL -> Optional.of(denied(record));
            case HOLD, RELEASE, ERASURE, POLICY -> Optional.empty();
        };
    }

    /// The content of an answer's record.
    ///
    /// @throws IllegalStateException if it is none, or its content was erased
    public static AnswerContent content(AuditRecord record) {
        return Json.readContent(record.content(), AnswerContent.class);
    }

    static Optional<CaseEvent> decided(AuditRecord record) {
        var content = Json.readContent(record.content(), DecisionContent.class);
        return action(content)
                .map(action ->
                        new CaseEvent.Decided(
                                record.id(),
                                record.answerId(),
                                record.time(),
                                record.user(),
                                action,
                                content.activeSeconds()));
    }

    private static CaseEvent.Denied denied(AuditRecord record) {
        var content = Json.readContent(record.content(), DenialContent.class);
        return new CaseEvent.Denied(
                record.id(),
                record.answerId(),
                record.time(),
                record.user(),
                content.lines().stream().flatMap(line -> line.read().stream()).toList(),
                content.carc(),
                content.group(),
                content.rarcs(),
                content.amountCents());
    }

    private static Optional<CoderAction> action(DecisionContent content) {
        var line = Optional.ofNullable(content.line()).flatMap(CodeName::read);
        var to = Optional.ofNullable(content.to()).flatMap(CaseRecords::chosen);
        var reason = Optional.ofNullable(content.reason()).flatMap(OverrideReason::labelled);
        return switch (content.action()) {
            case "accept" -> line.map(CoderAction.Accept::new);
            case "change" ->
                    line.flatMap(from ->
                            to.flatMap(chosen ->
                                    reason.map(why -> new CoderAction.Change(from, chosen, why))));
            case "reject" ->
                    line.flatMap(from -> reason.map(why -> new CoderAction.Reject(from, why)));
            case "add" ->
                    to.flatMap(added ->
                            reason.map(why ->
                                    new CoderAction.Add(added, spans(content.evidence()), why)));
            case "query" -> Optional.of(new CoderAction.Query(told(content.rules()), ""));
            case "reply" -> Optional.of(new CoderAction.Reply());
            case "sign" -> Optional.of(new CoderAction.Sign());
            case "undo" -> Optional.ofNullable(content.undoes()).map(CoderAction.Undo::new);
            default -> Optional.empty();
        };
    }

    static String content(CoderAction action, int activeSeconds) {
        var label = action.label();
        return Json.writeContent(
                switch (action) {
                    case CoderAction.Accept(var line) ->
                            decision(label, CodeName.of(line), null, null, activeSeconds);
                    case CoderAction.Change(var line, var to, var reason) ->
                            decision(label, CodeName.of(line), to, reason, activeSeconds);
                    case CoderAction.Reject(var line, var reason) ->
                            decision(label, CodeName.of(line), null, reason, activeSeconds);
                    case CoderAction.Add(var line, var evidence, var reason) ->
                            new DecisionContent(
                                    label,
                                    null,
                                    billed(line),
                                    reason.label(),
                                    evidence.stream()
                                            .map(span ->
                                                    new DecisionContent.Range(
                                                            span.start(), span.end()))
                                            .toList(),
                                    null,
                                    null,
                                    null,
                                    activeSeconds);
                    case CoderAction.Query(var rules, var text) ->
                            new DecisionContent(
                                    label,
                                    null,
                                    null,
                                    null,
                                    null,
                                    rules,
                                    sha256(text.getBytes(StandardCharsets.UTF_8)),
                                    null,
                                    activeSeconds);
                    case CoderAction.Reply _, CoderAction.Sign _ ->
                            decision(label, null, null, null, activeSeconds);
                    case CoderAction.Undo(var undone) ->
                            new DecisionContent(
                                    label,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    undone,
                                    activeSeconds);
                });
    }

    private static DecisionContent decision(
            String label,
            @Nullable CodeName line,
            @Nullable ChosenLine to,
            @Nullable OverrideReason reason,
            int activeSeconds) {
        return new DecisionContent(
                label,
                line,
                to == null ? null : billed(to),
                reason == null ? null : reason.label(),
                null,
                null,
                null,
                null,
                activeSeconds);
    }

    static String content(Desk.Denial denied) {
        return Json.writeContent(
                new DenialContent(
                        denied.lines().stream().map(CodeName::of).toList(),
                        denied.group(),
                        denied.carc(),
                        denied.rarcs(),
                        denied.amountCents()));
    }

    private static DecisionContent.Billed billed(ChosenLine line) {
        return new DecisionContent.Billed(
                line.code().system().label(), line.code().value(), line.units(), line.modifiers());
    }

    private static Optional<ChosenLine> chosen(DecisionContent.Billed billed) {
        return CodeName.read(billed.system(), billed.code())
                .map(code -> new ChosenLine(code, billed.units(), billed.modifiers()));
    }

    private static List<Span> spans(@Nullable List<DecisionContent.Range> ranges) {
        return told(ranges).stream().map(range -> new Span(range.start(), range.end())).toList();
    }

    /// The facts of a recorded answer.
    private static Answer answer(AuditRecord record) {
        var content = content(record);
        var told = content.encounter();
        var answer = content.answer();
        var said = answer.classification();
        return new Answer(
                record.id(),
                record.time(),
                record.user(),
                record.noteSha256(),
                told.serviceDate(),
                text(told.payer()).strip().toLowerCase(Locale.ROOT),
                told.specialty() == null ? label(said.specialty()) : told.specialty(),
                text(told.department()),
                text(told.placeOfService()),
                label(said.noteType()),
                text(answer.evaluationAndManagement().level()),
                answer.routing().outcome(),
                answer.routing().reasons(),
                content.visibility().equals(HIDDEN)
                        ? Answer.Visibility.HIDDEN
                        : Answer.Visibility.SHOWN,
                Stream.concat(
                                answer.lines().stream().flatMap(line -> line(line).stream()),
                                answer.diagnoses().stream()
                                        .flatMap(diagnosis -> line(diagnosis).stream()))
                        .toList(),
                findings(answer.findings()));
    }

    private static Optional<Answer.Line> line(SuggestionAnswer.Line line) {
        var work = line.appendixS();
        return CodeName.read(line.system(), line.code())
                .map(code ->
                        new Answer.Line(
                                new ChosenLine(
                                        code,
                                        Math.clamp(line.units(), 1, MOST_UNITS),
                                        line.modifiers().stream()
                                                .map(SuggestionAnswer.Modifier::code)
                                                .limit(MOST_MODIFIERS)
                                                .toList()),
                                line.decision(),
                                line.confidence(),
                                work == null ? "" : work.workClass(),
                                findings(line.findings())));
    }

    private static Optional<Answer.Line> line(SuggestionAnswer.Diagnosis diagnosis) {
        return CodeName.read(diagnosis.system(), diagnosis.code())
                .map(code ->
                        new Answer.Line(
                                new ChosenLine(code, 1, List.of()),
                                diagnosis.decision(),
                                diagnosis.confidence(),
                                "",
                                findings(diagnosis.findings())));
    }

    private static List<Answer.Finding> findings(List<SuggestionAnswer.Finding> findings) {
        return findings.stream()
                .map(finding -> new Answer.Finding(finding.rule(), finding.severity()))
                .toList();
    }

    private static String label(SuggestionAnswer.@Nullable ScoredLabel label) {
        return label == null ? "" : label.label();
    }

    private static String text(@Nullable String told) {
        return told == null ? "" : told;
    }

    private static <T> List<T> told(@Nullable List<T> told) {
        return told == null ? List.of() : told;
    }

    static String label(Answer.Visibility visibility) {
        return switch (visibility) {
            case SHOWN -> SHOWN;
            case HIDDEN -> HIDDEN;
        };
    }

    /// The fingerprint of what the same request gives again.
    static String sha256(SuggestionAnswer answer) {
        return sha256(Json.write(answer.lasting()));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static boolean isAnswer(TrailRecord kept) {
        return kept.record().kind() == RecordKind.ANSWER && !kept.erased();
    }
}
