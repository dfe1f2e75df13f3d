package dev.superbill.adapter.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.superbill.classification.RankedCode;
import dev.superbill.note.Span;
import dev.superbill.section.Passage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CodeRankerTest {
    private static final Map<TransformerEngine, DjlNoteClassifier> FLOAT =
            GoldenCases.opened(Precision.FLOAT);
    private static final Map<TransformerEngine, DjlNoteClassifier> INT8 =
            GoldenCases.opened(Precision.INT8);

    private static DjlNoteClassifier int8(TransformerEngine engine) {
        return Objects.requireNonNull(INT8.get(engine));
    }

    @AfterAll
    static void close() {
        FLOAT.values().forEach(DjlNoteClassifier::close);
        INT8.values().forEach(DjlNoteClassifier::close);
    }

    static Stream<JsonNode> cases() throws IOException {
        var file = GoldenCases.MODEL.resolve("code-ranker-golden.json").toFile();
        return StreamSupport.stream(
                new JsonMapper().readTree(file).required("cases").spliterator(), false);
    }

    /// The texts one after the other, each a passage.
    private static List<RankedCode> rank(DjlNoteClassifier classifier, List<String> texts) {
        var note = new StringBuilder();
        var passages = new ArrayList<Passage>();
        for (var text : texts) {
            passages.add(new Passage(new Span(note.length(), note.length() + text.length()), 0));
            note.append(text).append('\n');
        }
        return classifier.rank(note.toString(), passages);
    }

    private static List<String> texts(JsonNode golden) {
        var texts = new ArrayList<String>();
        golden.required("passages").forEach(text -> texts.add(text.textValue()));
        return texts;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void probabilitiesPassagesAndVotesAreThoseOfTraining(JsonNode golden) {
        for (var classifier : FLOAT.values()) {
            assertRanked(rank(classifier, texts(golden)), golden.required("ranked"), 0.002);
        }
        for (var classifier : INT8.values()) {
            assertRanked(rank(classifier, texts(golden)), golden.required("int8Ranked"), 0.05);
        }
    }

    private static void assertRanked(List<RankedCode> ranked, JsonNode expected, double tolerance) {
        double best = ranked.stream().mapToDouble(RankedCode::score).max().orElse(0);
        assertThat(best).isCloseTo(expected.get(0).get(1).asDouble(), within(tolerance));
        for (var code : expected) {
            if (code.get(1).asDouble() < 0.05) {
                continue;
            }
            var found =
                    ranked.stream()
                            .filter(r -> r.code().value().equals(code.get(0).textValue()))
                            .findFirst();
            assertThat(found).as(code.get(0).textValue()).isPresent();
            assertThat(found.orElseThrow().score())
                    .isCloseTo(code.get(1).asDouble(), within(tolerance));
            assertThat(found.orElseThrow().votes()).isCloseTo(code.get(3).asDouble(), within(0.01));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theBestPassageIsNamed(TransformerEngine engine) {
        var classifier = int8(engine);
        var ranked =
                rank(
                        classifier,
                        List.of(
                                "She feels well.",
                                "The gallbladder was dissected off its bed and brought out through"
                                        + " the umbilical port."));
        assertThat(ranked.getFirst().code().value()).isEqualTo("47562");
        assertThat(ranked.getFirst().passage().span().start()).isEqualTo(16);
    }

    @ParameterizedTest
    @EnumSource
    void codesComeByFallingRankAndOnce(TransformerEngine engine) {
        var classifier = int8(engine);
        var ranked =
                rank(
                        classifier,
                        List.of("Two views of the chest.", "CT of the head, no contrast."));
        assertThat(ranked)
                .extracting(RankedCode::rank)
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(ranked).extracting(RankedCode::code).doesNotHaveDuplicates();
        assertThat(ranked).hasSizeLessThanOrEqualTo(60);
    }

    @ParameterizedTest
    @EnumSource
    void noPassagesAndEmptyOnesAreNoTrouble(TransformerEngine engine) {
        var classifier = int8(engine);
        assertThat(classifier.rank("text", List.of())).isEmpty();
        assertThat(rank(classifier, List.of(".", "\u0000", "word ".repeat(60)))).isNotNull();
    }

    @ParameterizedTest
    @EnumSource
    void aLongNoteIsReadInBlocksAndEveryPassageCounts(TransformerEngine engine) {
        var classifier = int8(engine);
        var texts = new ArrayList<String>();
        for (int i = 0; i < 100; i++) {
            texts.add("The weather was fair on day " + i + ".");
        }
        texts.add("A snare was passed and the polyp in the sigmoid colon was taken off.");
        var ranked = rank(classifier, texts);
        var snare = ranked.stream().filter(r -> r.code().value().equals("45385")).findFirst();
        assertThat(snare).isPresent();
        assertThat(snare.orElseThrow().score()).isGreaterThan(0.3);
    }
}
