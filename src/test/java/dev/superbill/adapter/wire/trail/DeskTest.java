package dev.superbill.adapter.wire.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.superbill.adapter.wire.Door;
import dev.superbill.adapter.wire.Sample;
import dev.superbill.adapter.wire.Suggester;
import dev.superbill.adapter.wire.SuggestionAnswer;
import dev.superbill.adapter.wire.SuggestionRequest;
import dev.superbill.audit.Actor;
import dev.superbill.audit.AuditRecord;
import dev.superbill.audit.ChainCheck;
import dev.superbill.audit.InMemoryAuditTrail;
import dev.superbill.audit.InMemoryNoteStore;
import dev.superbill.audit.RecordKind;
import dev.superbill.audit.Role;
import dev.superbill.classification.NoteClassifier;
import dev.superbill.code.Code;
import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import dev.superbill.note.Span;
import dev.superbill.workqueue.Answer;
import dev.superbill.workqueue.CaseLine;
import dev.superbill.workqueue.CaseStatus;
import dev.superbill.workqueue.ChosenLine;
import dev.superbill.workqueue.CoderAction;
import dev.superbill.workqueue.OverrideReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DeskTest {
    private static final String TEXT =
            """
            PREOPERATIVE DIAGNOSIS: Symptomatic cholelithiasis.
            PROCEDURE: Laparoscopic cholecystectomy.
            %s FINDINGS: Gallstones.
            DESCRIPTION: %s was taken to the theatre. The gallbladder was removed \
            laparoscopically without complication.
            """
                    .formatted(Sample.PLANTED, Sample.PLANTED);
    private static final int STRETCH = 30;
    private static final Actor EVA = actor("north", "eva", Role.CODER);
    private static final Actor SCANNER = actor("north", "scanner", Role.SERVICE);
    private static final Actor ANA = actor("north", "ana", Role.AUDITOR);
    private static final Actor SOUTH = actor("south", "sue", Role.values());
    private static final Desk.Denial DENIAL =
            new Desk.Denial(List.of(new Code.Cpt("47562")), "97", "CO", List.of("M15"), 125_000);

    private final Suggester suggester = Sample.suggester(NoteClassifier.none());
    private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
    private final InMemoryNoteStore notes = new InMemoryNoteStore();
    private final Desk desk = desk(Desk.Terms.standard());

    private Desk desk(Desk.Terms terms) {
        return new Desk(suggester, trail, notes, terms);
    }

    private static Actor actor(String tenant, String user, Role... roles) {
        return new Actor(tenant, user, Set.of(roles));
    }

    private static SuggestionRequest request(String department) {
        return new SuggestionRequest(
                new SuggestionRequest.Encounter(
                        LocalDate.of(2026, 6, 15),
                        "22",
                        " Medicare ",
                        null,
                        department,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of()),
                new SuggestionRequest.Note("n1", TEXT),
                null);
    }

    private String opened() {
        return desk.open(EVA, request("surgery"), Door.HTTP).id();
    }

    private void acceptAll(String id) {
        for (var line : desk.find(EVA, id).orElseThrow().lines()) {
            var _ = desk.decide(EVA, id, "", new CoderAction.Accept(line.line()), 3);
        }
    }

    @Test
    void anOpenedNoteIsACaseWithTheFactsOfItsAnswer() {
        var answer = desk.open(EVA, request("surgery"), Door.HTTP);

        var found = desk.find(EVA, answer.id()).orElseThrow().answer();
        assertThat(answer.lines()).isNotEmpty();
        assertThat(found.user()).isEqualTo("eva");
        assertThat(found.payer()).isEqualTo("medicare");
        assertThat(found.department()).isEqualTo("surgery");
        assertThat(found.placeOfService()).isEqualTo("22");
        assertThat(found.outcome()).isEqualTo(answer.routing().outcome());
        assertThat(found.visibility()).isEqualTo(Answer.Visibility.SHOWN);
        assertThat(found.lines())
                .extracting(line -> line.code().value())
                .startsWith(answer.lines().getFirst().code())
                .hasSize(answer.lines().size() + answer.diagnoses().size());
        assertThat(desk.cases(EVA)).hasSize(1);
        assertThat(desk.encounter(EVA, answer.id())).hasValue(request("surgery").encounter());
    }

    @Test
    void anAnswerIsReadAgainAsItWasGiven() {
        var answer = desk.open(EVA, request("surgery"), Door.HTTP);

        assertThat(desk.answer(EVA, answer.id())).hasValue(answer);
        assertThat(desk.note(EVA, answer.id())).hasValue(TEXT);
    }

    @Test
    void noWordOfTheNoteIsInTheTrail() {
        var id = opened();
        var _ =
                desk.decide(
                        EVA,
                        id,
                        "",
                        new CoderAction.Query(List.of("x"), "Was " + Sample.PLANTED + " awake?"),
                        0);

        assertThat(trail.records())
                .hasSize(2)
                .allSatisfy(record ->
                        assertThat(record.content())
                                .doesNotContainIgnoringCase(Sample.PLANTED)
                                .doesNotContain("PREOPERATIVE", "\"quote\""));
        assertThat(desk.find(EVA, id).orElseThrow().history().getFirst().action())
                .isEqualTo(
                        new CoderAction.Query(List.of("x"), "Was " + Sample.PLANTED + " awake?"));
    }

    private static List<String> goldenNotes() throws IOException {
        try (var folders = Files.list(Path.of("src/test/resources/golden"))) {
            return folders.map(folder -> folder.resolve("note.txt").toString()).sorted().toList();
        }
    }

    /// Every line and heading ends with a word that stands nowhere else, and no stretch of the note
    /// is in the record either.
    @ParameterizedTest
    @MethodSource("goldenNotes")
    void whatRulesSayOfANoteQuotesNoneOfIt(String file) throws IOException {
        var plain = Files.readString(Path.of(file));
        for (var text :
                List.of(
                        plain,
                        plain.replaceAll("(?m)(?=:|$)", " " + Sample.PLANTED),
                        Sample.PLANTED + ": seen by " + Sample.PLANTED + "\n" + plain)) {
            var asked =
                    new SuggestionRequest(
                            request("surgery").encounter(),
                            new SuggestionRequest.Note(Sample.PLANTED, text),
                            null);
            var id = desk.open(EVA, asked, Door.HTTP).id();
            var content = trail.find("north", id).orElseThrow().record().content();

            assertThat(content).doesNotContainIgnoringCase(Sample.PLANTED);
            // Codes' own descriptions may be what the author wrote.
            var said = content.replaceAll("\"description\":\"[^\"]*\"", "");
            for (int at = 0; at + STRETCH <= plain.length(); at++) {
                assertThat(said).doesNotContain(plain.substring(at, at + STRETCH));
            }
        }
    }

    @Test
    void aSignatureErasesTheTextAndWhatTheAuthorWasAsked() {
        var id = opened();
        acceptAll(id);
        var _ = desk.decide(EVA, id, "", new CoderAction.Query(List.of(), "Which side?"), 0);
        var _ = desk.decide(EVA, id, "", new CoderAction.Reply(), 0);
        assertThat(notes.size()).isEqualTo(2);

        var _ = desk.decide(EVA, id, "", new CoderAction.Sign(), 0);

        assertThat(notes.size()).isZero();
        assertThat(desk.note(EVA, id)).isEmpty();
        assertThat(desk.answer(EVA, id).orElseThrow().lines().getFirst().evidence().getFirst())
                .extracting(SuggestionAnswer.Evidence::section, SuggestionAnswer.Evidence::quote)
                .containsExactly("", null);
        assertThat(desk.find(EVA, id).orElseThrow().status()).isEqualTo(CaseStatus.SIGNED);
    }

    @Test
    void aTextIsKeptWhereTheOperatorWantsIt() {
        var keeping = desk(new Desk.Terms(Desk.AfterSigning.KEEP, Set.of()));
        var id = keeping.open(EVA, request("surgery"), Door.HTTP).id();
        acceptAll(id);

        var _ = keeping.decide(EVA, id, "", new CoderAction.Sign(), 0);

        assertThat(keeping.note(EVA, id)).hasValue(TEXT);
    }

    @Test
    void aCoderOfAPilotDoesNotSeeSuggestions() {
        var pilot = desk(new Desk.Terms(Desk.AfterSigning.ERASE, Set.of("surgery")));

        var hidden = pilot.open(EVA, request(" Surgery"), Door.HTTP).id();
        var shown = pilot.open(EVA, request("endoscopy"), Door.HTTP).id();

        assertThat(pilot.find(EVA, hidden).orElseThrow().answer().visibility())
                .isEqualTo(Answer.Visibility.HIDDEN);
        assertThat(pilot.find(EVA, shown).orElseThrow().answer().visibility())
                .isEqualTo(Answer.Visibility.SHOWN);
    }

    @Test
    void everyActionIsTheSameWhenItIsReadFromTheTrail() {
        var id = opened();
        var line = desk.find(EVA, id).orElseThrow().lines().getFirst();
        var other = new ChosenLine(new Code.Cpt("99999"), 2, List.of("RT"));
        var added = new ChosenLine(new Code.Hcpcs("G0105"), 1, List.of());
        var actions =
                List.of(
                        new CoderAction.Accept(line.line()),
                        new CoderAction.Change(line.line(), other, OverrideReason.MORE_SPECIFIC),
                        new CoderAction.Reject(line.line(), OverrideReason.NOT_DOCUMENTED),
                        new CoderAction.Add(added, List.of(new Span(3, 9)), OverrideReason.MISSED));
        for (var action : actions) {
            var _ = desk.decide(EVA, id, "", action, 7);
        }

        var again = desk(Desk.Terms.standard()).find(EVA, id).orElseThrow();

        assertThat(again).isEqualTo(desk.find(EVA, id).orElseThrow());
        assertThat(again.history()).extracting(decided -> decided.action()).isEqualTo(actions);
        assertThat(again.activeSeconds()).isEqualTo(28);
        assertThat(again.lines())
                .extracting(CaseLine::state)
                .startsWith(CaseLine.State.REJECTED)
                .endsWith(CaseLine.State.ADDED);
    }

    @Test
    void theLastDecisionIsTakenBack() {
        var id = opened();
        var line = desk.find(EVA, id).orElseThrow().lines().getFirst().line();
        var decided = desk.decide(EVA, id, "", new CoderAction.Accept(line), 0);

        var _ = desk.decide(EVA, id, "", new CoderAction.Undo(decided.id()), 0);

        var found = desk.find(EVA, id).orElseThrow();
        assertThat(found.standing()).isEmpty();
        assertThat(found.history()).hasSize(2);
    }

    @Test
    void aRepeatedDecisionIsTheSameDecision() {
        var id = opened();
        var line = desk.find(EVA, id).orElseThrow().lines().getFirst().line();
        var accept = new CoderAction.Accept(line);
        var reject = new CoderAction.Reject(line, OverrideReason.OTHER);

        var first = desk.decide(EVA, id, "d-1", accept, 2);

        assertThat(desk.decide(EVA, id, "d-1", accept, 2)).isEqualTo(first);
        assertThat(trail.records()).hasSize(2);
        assertThatExceptionOfType(CodingException.class)
                .isThrownBy(() -> desk.decide(EVA, id, "d-1", reject, 2))
                .matches(e -> e.fault() == Fault.CONFLICT);
    }

    @Test
    void aDecisionThatDoesNotFitIsNotRecorded() {
        var id = opened();

        assertThatExceptionOfType(CodingException.class)
                .isThrownBy(() -> desk.decide(EVA, id, "", new CoderAction.Sign(), 0))
                .matches(e -> e.fault() == Fault.CONFLICT);

        assertThat(trail.records()).hasSize(1);
    }

    @Test
    void whatAnotherTenantHasDoesNotExist() {
        var id = opened();

        assertThat(desk.find(SOUTH, id)).isEmpty();
        assertThat(desk.answer(SOUTH, id)).isEmpty();
        assertThat(desk.note(SOUTH, id)).isEmpty();
        assertThat(desk.encounter(SOUTH, id)).isEmpty();
        assertThat(desk.cases(SOUTH)).isEmpty();
        assertThatExceptionOfType(CodingException.class)
                .isThrownBy(() -> desk.decide(SOUTH, id, "", new CoderAction.Reply(), 0))
                .matches(e -> e.fault() == Fault.NOT_FOUND);
        assertThatExceptionOfType(CodingException.class)
                .isThrownBy(() -> desk.deny(SOUTH, id, "", DENIAL))
                .matches(e -> e.fault() == Fault.NOT_FOUND);
        assertThatExceptionOfType(CodingException.class)
                .isThrownBy(() -> desk.hold(SOUTH, id, ""))
                .matches(e -> e.fault() == Fault.NOT_FOUND);
    }

    @Test
    void aDenialIsPartOfItsCase() {
        var id = opened();

        var denied = desk.deny(SCANNER, id, "", DENIAL);

        assertThat(desk.find(EVA, id).orElseThrow().denials()).containsExactly(denied);
        assertThat(denied.carc()).isEqualTo("97");
        assertThat(denied.lines()).containsExactly(new Code.Cpt("47562"));
    }

    @Test
    void aHeldAnswerIsNotErased() {
        var id = opened();
        var _ = desk.hold(ANA, id, "matter 7");
        var later = desk.find(EVA, id).orElseThrow().answer().time().plusSeconds(60);

        assertThat(trail.erase("north", later)).isZero();
        var _ = desk.release(ANA, id, "closed");
        assertThat(trail.erase("north", later)).isEqualTo(1);
        assertThat(desk.answer(EVA, id)).isEmpty();
        assertThat(desk(Desk.Terms.standard()).find(EVA, id)).isEmpty();
        assertThat(ChainCheck.of(trail, "north").whole()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void eachRoleDoesWhatItMay(Role role) {
        var id = opened();
        var line = desk.find(EVA, id).orElseThrow().lines().getFirst().line();
        var actor = actor("north", "somebody", role);
        var may = EnumSet.noneOf(Deed.class);
        for (var deed : Deed.values()) {
            try {
                deed.on(desk, actor, id, line);
                may.add(deed);
            } catch (CodingException e) {
                assertThat(e.fault()).isEqualTo(Fault.FORBIDDEN);
            }
        }

        assertThat(may)
                .isEqualTo(
                        switch (role) {
                            case ADMIN -> EnumSet.allOf(Deed.class);
                            case CODER ->
                                    EnumSet.of(Deed.OPEN, Deed.READ, Deed.READ_NOTE, Deed.DECIDE);
                            case AUDITOR -> EnumSet.of(Deed.READ, Deed.READ_NOTE, Deed.HOLD);
                            case SERVICE -> EnumSet.of(Deed.OPEN, Deed.READ, Deed.DENY);
                        });
    }

    private enum Deed {
        OPEN,
        READ,
        READ_NOTE,
        DECIDE,
        DENY,
        HOLD;

        private void on(Desk desk, Actor actor, String id, Code line) {
            var _ =
                    switch (this) {
                        case OPEN -> desk.open(actor, request("surgery"), Door.HTTP);
                        case READ -> desk.cases(actor);
                        case READ_NOTE -> desk.note(actor, id);
                        case DECIDE -> desk.decide(actor, id, "", new CoderAction.Accept(line), 0);
                        case DENY -> desk.deny(actor, id, "", DENIAL);
                        case HOLD -> desk.hold(actor, id, "");
                    };
        }
    }

    /// Each desk is another process to the others: all they share is the store.
    @Test
    void desksBesideEachOtherAgree() throws Exception {
        var id = opened();
        var line = desk.find(EVA, id).orElseThrow().lines().getFirst().line();
        var desks = List.of(desk, desk(Desk.Terms.standard()), desk(Desk.Terms.standard()));
        var refused = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(6)) {
            var tasks =
                    IntStream.range(0, 60)
                            .<Callable<Integer>>mapToObj(number ->
                                    () -> {
                                        var at = desks.get(number % 3);
                                        try {
                                            var last = at.find(EVA, id).orElseThrow().standing();
                                            var action =
                                                    number % 2 == 0 || last.isEmpty()
                                                            ? new CoderAction.Accept(line)
                                                            : new CoderAction.Undo(
                                                                    last.getLast().id());
                                            var _ = at.decide(EVA, id, "", action, 1);
                                            return 1;
                                        } catch (CodingException e) {
                                            assertThat(e.fault()).isEqualTo(Fault.CONFLICT);
                                            return refused.incrementAndGet();
                                        }
                                    })
                            .toList();
            for (var done : threads.invokeAll(tasks)) {
                assertThat(done.get()).isPositive();
            }
        }

        var told = desks.getFirst().find(EVA, id).orElseThrow();
        assertThat(told.history()).hasSize(60 - refused.get());
        for (var other : desks) {
            assertThat(other.find(EVA, id)).hasValue(told);
        }
    }

    @Test
    void aFieldOfALaterVersionIsPassedOver() {
        var id = opened();
        var kept = trail.find("north", id).orElseThrow().record();
        var later = new InMemoryAuditTrail();
        var _ =
                later.append(
                        new AuditRecord(
                                kept.tenant(),
                                kept.id(),
                                RecordKind.ANSWER,
                                kept.time(),
                                kept.user(),
                                kept.answerId(),
                                kept.noteSha256(),
                                kept.content()
                                        .replaceFirst("\\{", "{\"mood\":{\"good\":[1]},")
                                        .replace("\"lines\":[{", "\"lines\":[{\"tint\":2,")));

        assertThat(new Casebooks(later).of("north").find(id)).isEqualTo(desk.find(EVA, id));
    }
}
