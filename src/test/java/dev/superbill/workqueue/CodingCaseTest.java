package dev.superbill.workqueue;

import static dev.superbill.workqueue.Cases.FIRST;
import static dev.superbill.workqueue.Cases.SECOND;
import static dev.superbill.workqueue.Cases.THIRD;
import static dev.superbill.workqueue.Cases.after;
import static dev.superbill.workqueue.Cases.decided;
import static dev.superbill.workqueue.Cases.once;
import static dev.superbill.workqueue.OverrideReason.MISSED;
import static dev.superbill.workqueue.OverrideReason.NOT_DOCUMENTED;
import static dev.superbill.workqueue.OverrideReason.UNITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import dev.superbill.workqueue.CaseLine.State;
import dev.superbill.workqueue.CoderAction.Accept;
import dev.superbill.workqueue.CoderAction.Add;
import dev.superbill.workqueue.CoderAction.Change;
import dev.superbill.workqueue.CoderAction.Query;
import dev.superbill.workqueue.CoderAction.Reject;
import dev.superbill.workqueue.CoderAction.Reply;
import dev.superbill.workqueue.CoderAction.Sign;
import dev.superbill.workqueue.CoderAction.Undo;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CodingCaseTest {
    private static final CoderAction ACCEPT = new Accept(FIRST);
    private static final CoderAction CHANGE =
            new Change(SECOND, new ChosenLine(SECOND, 2, List.of()), UNITS);
    private static final CoderAction REJECT = new Reject(SECOND, NOT_DOCUMENTED);
    private static final CoderAction ADD = new Add(once(THIRD), List.of(), MISSED);
    private static final CoderAction ASK = new Query(List.of("mdm"), "What was reviewed?");
    private static final CoderAction SIGN = new Sign();

    @Test
    void aNewCaseIsOpenAndSoAreItsLines() {
        var coding = after();

        assertThat(coding.status()).isEqualTo(CaseStatus.OPEN);
        assertThat(coding.lines()).extracting(CaseLine::state).containsOnly(State.OPEN);
        assertThat(coding.billed()).isEmpty();
    }

    static Stream<Arguments> decisions() {
        return Stream.of(
                Arguments.of(List.of(ACCEPT), List.of(State.ACCEPTED, State.OPEN)),
                Arguments.of(List.of(ACCEPT, CHANGE), List.of(State.ACCEPTED, State.CHANGED)),
                Arguments.of(List.of(ACCEPT, REJECT), List.of(State.ACCEPTED, State.REJECTED)),
                Arguments.of(List.of(ADD), List.of(State.OPEN, State.OPEN, State.ADDED)),
                Arguments.of(
                        List.of(REJECT, new Accept(SECOND)), List.of(State.OPEN, State.ACCEPTED)),
                Arguments.of(List.of(CHANGE, new Undo("D1")), List.of(State.OPEN, State.OPEN)),
                Arguments.of(
                        List.of(ADD, new Change(THIRD, new ChosenLine(THIRD, 3, List.of()), UNITS)),
                        List.of(State.OPEN, State.OPEN, State.ADDED)));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void aLineIsWhatTheDecisionsThatStandMakeOfIt(List<CoderAction> actions, List<State> states) {
        assertThat(after(actions.toArray(CoderAction[]::new)).lines())
                .extracting(CaseLine::state)
                .isEqualTo(states);
    }

    @Test
    void anAcceptedLineIsBilledAsItWasSuggestedEvenAfterAChange() {
        var coding = after(CHANGE, new Accept(SECOND));

        assertThat(coding.billed()).extracting(CaseLine::chosen).containsExactly(once(SECOND));
    }

    static Stream<Arguments> statuses() {
        return Stream.of(
                Arguments.of(List.of(ASK), CaseStatus.QUERIED),
                Arguments.of(List.of(ASK, new Reply()), CaseStatus.OPEN),
                Arguments.of(List.of(ASK, ACCEPT), CaseStatus.QUERIED),
                Arguments.of(List.of(ACCEPT, REJECT, SIGN), CaseStatus.SIGNED),
                Arguments.of(List.of(ACCEPT, REJECT, SIGN, new Undo("D3")), CaseStatus.OPEN),
                Arguments.of(List.of(ASK, ACCEPT, REJECT, SIGN), CaseStatus.SIGNED));
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void theStatusIsThatOfTheLastDecisionAboutTheWholeCase(
            List<CoderAction> actions, CaseStatus status) {
        assertThat(after(actions.toArray(CoderAction[]::new)).status()).isEqualTo(status);
    }

    static Stream<Arguments> conflicts() {
        return Stream.of(
                Arguments.of("nothing to undo", List.of(), new Undo("D1")),
                Arguments.of("not the last", List.of(ACCEPT, REJECT), new Undo("D1")),
                Arguments.of("undone already", List.of(ACCEPT, new Undo("D1")), new Undo("D1")),
                Arguments.of("no such line", List.of(), new Accept(THIRD)),
                Arguments.of("no such line", List.of(), new Change(THIRD, once(THIRD), UNITS)),
                Arguments.of("no such line", List.of(), new Reject(THIRD, NOT_DOCUMENTED)),
                Arguments.of("two lines alike", List.of(), new Change(FIRST, once(SECOND), UNITS)),
                Arguments.of("there already", List.of(), new Add(once(FIRST), List.of(), MISSED)),
                Arguments.of("added twice", List.of(ADD), ADD),
                Arguments.of("nobody was asked", List.of(), new Reply()),
                Arguments.of("a line is open", List.of(ACCEPT), SIGN),
                Arguments.of("no claim", List.of(new Reject(FIRST, NOT_DOCUMENTED), REJECT), SIGN),
                Arguments.of("signed", List.of(ACCEPT, REJECT, SIGN), ADD),
                Arguments.of("signed", List.of(ACCEPT, REJECT, SIGN), ACCEPT),
                Arguments.of("signed", List.of(ACCEPT, REJECT, SIGN), ASK),
                Arguments.of("signed", List.of(ACCEPT, REJECT, SIGN), SIGN));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("conflicts")
    void whatTheCaseDoesNotTakeIsAConflict(
            String why, List<CoderAction> before, CoderAction action) {
        var coding = after(before.toArray(CoderAction[]::new));

        assertThatExceptionOfType(CodingException.class)
                .as(why)
                .isThrownBy(() -> coding.decide(decided(9, action)))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.CONFLICT));
    }

    @Test
    void aRejectedCodeMayBeTakenByAnotherLine() {
        var coding = after(REJECT, new Change(FIRST, once(SECOND), OverrideReason.MORE_SPECIFIC));

        assertThat(coding.billed())
                .extracting(line -> line.chosen().code())
                .containsExactly(SECOND);
    }

    @Test
    void theTimeOfDecisionsTakenBackCountsToo() {
        assertThat(after(ACCEPT, new Undo("D1")).activeSeconds()).isEqualTo(20);
    }

    @Test
    void aCoderWhoSeesNoSuggestionsBillsTheirOwn() {
        var coding =
                CodingCase.of(Cases.answer(Answer.Visibility.HIDDEN))
                        .decide(decided(1, new Add(once(FIRST), List.of(), MISSED)))
                        .decide(decided(2, SIGN));

        assertThat(coding.status()).isEqualTo(CaseStatus.SIGNED);
        assertThat(coding.billed()).extracting(CaseLine::state).containsExactly(State.ADDED);
    }

    @Test
    void theBookLeavesOutWhatACaseDoesNotTake() {
        var book = new Casebook();
        book.apply(decided(1, ACCEPT));
        assertThat(book.cases()).isEmpty();

        book.apply(new CaseEvent.Answered(Cases.answer()));
        book.apply(decided(2, ACCEPT));
        book.apply(decided(3, new Accept(THIRD)));

        assertThat(book.find("A1").orElseThrow().history())
                .extracting(CaseEvent.Decided::id)
                .containsExactly("D2");
    }

    @Test
    void whatAuthorsAreAskedIsNotPrinted() {
        assertThat(ASK).asString().doesNotContain("reviewed");
    }
}
