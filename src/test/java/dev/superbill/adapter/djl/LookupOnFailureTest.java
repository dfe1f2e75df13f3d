package dev.superbill.adapter.djl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.classification.NoteClassification;
import dev.superbill.classification.NoteClassifier;
import dev.superbill.classification.RankedCode;
import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import dev.superbill.section.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LookupOnFailureTest {
    private static final Logger LOG = Logger.getLogger(LookupOnFailure.class.getName());

    private final List<String> logged = new ArrayList<>();
    private final Handler keeper =
            new Handler() {
                @Override
                public void publish(LogRecord record) {
                    logged.add(new SimpleFormatter().format(record));
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };

    @BeforeEach
    void listen() {
        LOG.addHandler(keeper);
    }

    @AfterEach
    void leave() {
        LOG.removeHandler(keeper);
    }

    @Test
    void aFailureAtRunTimeLeavesTheLookup() {
        var classifier = LookupOnFailure.loading(Failing::new, () -> "failing@1");
        assertThat(classifier.classify("zanzibar")).isEqualTo(NoteClassification.none());
        assertThat(classifier.model()).isEqualTo("failing@1");
        assertThat(logged)
                .singleElement()
                .asString()
                .contains("CLASSIFIER_UNAVAILABLE", "IllegalStateException")
                .doesNotContain("zanzibar");
    }

    @Test
    void aRankerThatFailsLeavesTheLookup() {
        var classifier = LookupOnFailure.loading(Failing::new, () -> "failing@1");
        assertThat(classifier.rank("zanzibar", List.of())).isEmpty();
        assertThat(logged)
                .singleElement()
                .asString()
                .contains("CLASSIFIER_UNAVAILABLE", "IllegalStateException")
                .doesNotContain("zanzibar");
    }

    @Test
    void aModelThatCannotBeOpenedLeavesTheLookup() {
        var classifier =
                LookupOnFailure.loading(
                        () -> {
                            throw new CodingException(
                                    Fault.CLASSIFIER_UNAVAILABLE, "vocab.txt is damaged");
                        },
                        () -> "damaged@1");
        assertThat(classifier.classify("any")).isEqualTo(NoteClassification.none());
        assertThat(classifier.model()).isEqualTo(NoteClassification.NO_ENGINE);
        assertThat(logged).singleElement().asString().contains("vocab.txt is damaged");
    }

    @Test
    void aClassifierThatAnswersIsLeftAlone() {
        assertThat(LookupOnFailure.loading(NoteClassifier::none, () -> "none").classify("any"))
                .isEqualTo(NoteClassification.none());
        assertThat(logged).isEmpty();
    }

    @Test
    void onlyWhatAsksForTheClassifierWaitsForIt() throws Exception {
        var loaded = new CountDownLatch(1);
        var classifier =
                LookupOnFailure.loading(
                        () -> {
                            loaded.await();
                            return new Failing();
                        },
                        () -> "coming@1");
        assertThat(classifier.ready()).isFalse();
        assertThat(classifier.model()).isEqualTo("coming@1");
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = callers.submit(() -> classifier.classify("any"));
            assertThat(asked).isNotDone();
            loaded.countDown();
            assertThat(asked.get()).isEqualTo(NoteClassification.none());
        }
        assertThat(classifier.ready()).isTrue();
        assertThat(classifier.model()).isEqualTo("failing@1");
    }

    private static final class Failing implements NoteClassifier {
        @Override
        public NoteClassification classify(String text) {
            throw new CodingException(
                    Fault.CLASSIFIER_UNAVAILABLE,
                    "the model failed to read a note",
                    new IllegalStateException(text));
        }

        @Override
        public List<RankedCode> rank(String text, List<Passage> passages) {
            throw new CodingException(
                    Fault.CLASSIFIER_UNAVAILABLE,
                    "the model failed to read a note",
                    new IllegalStateException(text));
        }

        @Override
        public String model() {
            return "failing@1";
        }
    }
}
