package dev.superbill.adapter.wire.trail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.adapter.wire.Json;
import dev.superbill.adapter.wire.Sample;
import org.junit.jupiter.api.Test;

class WrittenAnswerTest {
    @Test
    void theBytesAreThoseOfTheWholeAnswer() {
        var answer = Sample.answer();

        assertThat(new WrittenAnswer(answer).bytes()).isEqualTo(Json.write(answer));
        assertThat(new WrittenAnswer(answer.lasting()).bytes())
                .isEqualTo(Json.write(answer.lasting()));
    }

    @Test
    void theFingerprintKnowsNeitherIdNorTiming() {
        var answer = Sample.answer();

        assertThat(new WrittenAnswer(answer.named("other")).sha256())
                .isEqualTo(new WrittenAnswer(answer.lasting()).sha256())
                .isEqualTo(CaseRecords.sha256(answer));
    }
}
