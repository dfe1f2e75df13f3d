package dev.superbill.workqueue;

import dev.superbill.code.Code;
import dev.superbill.code.CodeSystem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// Answers and decisions to test with.
final class Cases {
    static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");
    static final Code FIRST = Code.of(CodeSystem.CPT, "11111");
    static final Code SECOND = Code.of(CodeSystem.CPT, "22222");
    static final Code THIRD = Code.of(CodeSystem.CPT, "33333");

    private Cases() {}

    /// An answer that suggests the first two codes.
    static Answer answer() {
        return answer(Answer.Visibility.SHOWN);
    }

    static Answer answer(Answer.Visibility visibility) {
        return new Answer(
                "A1",
                NOON,
                "ann",
                "0".repeat(64),
                LocalDate.of(2026, 6, 15),
                "medicare",
                "surgery",
                "",
                "22",
                "operative",
                "",
                "review",
                List.of(),
                visibility,
                List.of(suggestion(FIRST), suggestion(SECOND)),
                List.of());
    }

    private static Answer.Line suggestion(Code code) {
        return new Answer.Line(once(code), "suggest", 0.9, "", List.of());
    }

    static ChosenLine once(Code code) {
        return new ChosenLine(code, 1, List.of());
    }

    static CaseEvent.Decided decided(int number, CoderAction action) {
        return new CaseEvent.Decided(
                "D" + number, "A1", NOON.plusSeconds(number), "bob", action, 10);
    }

    /// The case after some actions, which get the ids D1, D2 and on.
    static CodingCase after(CoderAction... actions) {
        var coding = CodingCase.of(answer());
        for (int i = 0; i < actions.length; i++) {
            coding = coding.decide(decided(i + 1, actions[i]));
        }
        return coding;
    }
}
