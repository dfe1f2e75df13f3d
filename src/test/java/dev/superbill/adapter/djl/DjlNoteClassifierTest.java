package dev.superbill.adapter.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.superbill.classification.Label;
import dev.superbill.classification.NoteClassification;
import dev.superbill.classification.NoteType;
import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import dev.superbill.note.Note;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DjlNoteClassifierTest {
    private static final double SAME = 1e-4;
    private static final double NEAR = 0.02;
    private static final DjlNoteClassifier INT8 = open(GoldenCases.MODEL, Precision.INT8);
    private static final DjlNoteClassifier FLOAT = open(GoldenCases.MODEL, Precision.FLOAT);

    private static DjlNoteClassifier open(Path model, Precision precision) {
        return DjlNoteClassifier.open(model, GoldenCases.LIBRARIES, precision, 2);
    }

    @AfterAll
    static void close() {
        INT8.close();
        FLOAT.close();
    }

    static Stream<GoldenCases.Golden> golden() {
        return GoldenCases.read();
    }

    @ParameterizedTest
    @MethodSource("golden")
    void logitsAreThoseOfTraining(GoldenCases.Golden golden) {
        var logits = FLOAT.logits(FLOAT.windows(golden.text()));
        assertThat(logits).hasSize(golden.logits().size());
        for (int i = 0; i < logits.length; i++) {
            assertThat((double) logits[i]).isCloseTo(golden.logits().get(i), within(SAME));
        }
    }

    @ParameterizedTest
    @MethodSource("golden")
    void eightBitsAreNearTheWholeModel(GoldenCases.Golden golden) {
        var scores = scores(FLOAT.classify(golden.text()));
        scores(INT8.classify(golden.text()))
                .forEach((label, score) ->
                        assertThat(score).as(label).isCloseTo(scores.get(label), within(NEAR)));
    }

    @Test
    void theClassificationNamesItsEngineAndModel() {
        var classification = INT8.classify("Laparoscopic cholecystectomy.");
        assertThat(classification.engine()).isEqualTo("PyTorch");
        assertThat(classification.noteTypes())
                .extracting(Label::name)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(NoteType.values()).map(NoteType::label).toList());
        assertThat(classification.noteTypes().stream().mapToDouble(Label::score).sum())
                .isCloseTo(1, within(1e-9));
        assertThat(INT8.model()).matches("note-encoder@[0-9a-f]{6}").isNotEqualTo(FLOAT.model());
    }

    @Test
    void manyThreadsGetTheAnswersOfOne() throws Exception {
        var texts = golden().map(GoldenCases.Golden::text).toList();
        var alone = texts.stream().map(INT8::classify).toList();
        var calls = new ArrayList<Callable<List<NoteClassification>>>();
        for (int caller = 0; caller < 16; caller++) {
            calls.add(() -> texts.stream().map(INT8::classify).toList());
        }
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answers : callers.invokeAll(calls)) {
                assertThat(answers.get()).isEqualTo(alone);
            }
        }
    }

    @Test
    void theEndOfALongNoteIsRead() {
        var filler = "The patient tolerated the procedure well. ".repeat(400);
        assertThat(INT8.classify(filler + "CT of the abdomen and pelvis: no acute finding."))
                .isNotEqualTo(INT8.classify(filler));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uD83D\uDE00",
                "\uD83D",
                "\uDE00 x \uD83D",
                "\u0000",
                "\u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627",
                "\uFFFF\uFFFE",
                "[CLS][SEP][PAD]",
                "a"
            })
    void anyTextIsAnswered(String text) {
        assertThat(INT8.classify(text).present()).isTrue();
        assertThat(INT8.classify(text.repeat(500)).present()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "-", "ab "})
    void theLongestNoteIsAnsweredInTime(String text) {
        var note = text.repeat(Note.MAX_LENGTH / text.length());
        assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> assertThat(INT8.classify(note).present()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"note-encoder-int8.pt", "code-ranker-int8.pt", "codes.txt", "vocab.txt"})
    void aDamagedFileIsRefused(String file, @TempDir Path folder) throws IOException {
        copy(folder);
        Files.write(folder.resolve(file), new byte[] {'x'}, StandardOpenOption.APPEND);
        assertUnavailable(folder, "damaged");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "note-encoder-int8.pt",
                "code-ranker-int8.pt",
                "codes.txt",
                "vocab.txt",
                "manifest.json"
            })
    void aMissingFileIsNamed(String file, @TempDir Path folder) throws IOException {
        copy(folder);
        Files.delete(folder.resolve(file));
        assertUnavailable(folder, file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "[]",
                "{\"format\": 2}",
                "{\"format\": 1, \"tokenizer\": {\"rules\": \"basic-1\"}}"
            })
    void aManifestOfAnotherFormIsRefused(String manifest, @TempDir Path folder) throws IOException {
        copy(folder);
        Files.writeString(folder.resolve(Manifest.FILE), manifest);
        assertUnavailable(folder, "could not be loaded");
    }

    @Test
    void weightsThatAreNoModelAreRefused(@TempDir Path folder) throws IOException {
        copy(folder);
        var weights = folder.resolve("note-encoder-int8.pt");
        var manifest = Files.readString(folder.resolve(Manifest.FILE));
        var right = ModelFolder.sha256(weights);
        Files.writeString(weights, "no model");
        Files.writeString(
                folder.resolve(Manifest.FILE),
                manifest.replace(right, ModelFolder.sha256(weights)));
        assertUnavailable(folder, "could not be loaded");
    }

    @Test
    void aFolderWithoutPyTorchIsRefused(@TempDir Path folder) {
        assertThatExceptionOfType(CodingException.class)
                .isThrownBy(
                        () -> DjlNoteClassifier.open(GoldenCases.MODEL, folder, Precision.INT8, 1))
                .withMessageContaining("there is no")
                .extracting(CodingException::fault)
                .isEqualTo(Fault.CLASSIFIER_UNAVAILABLE);
    }

    private static void assertUnavailable(Path folder, String said) {
        assertThatExceptionOfType(CodingException.class)
                .isThrownBy(() -> open(folder, Precision.INT8))
                .withMessageContaining(said)
                .extracting(CodingException::fault)
                .isEqualTo(Fault.CLASSIFIER_UNAVAILABLE);
    }

    private static void copy(Path folder) throws IOException {
        for (var file :
                List.of(
                        Manifest.FILE,
                        "note-encoder-int8.pt",
                        "code-ranker-int8.pt",
                        "codes.txt",
                        "vocab.txt")) {
            Files.copy(GoldenCases.MODEL.resolve(file), folder.resolve(file));
        }
    }

    private static Map<String, Double> scores(NoteClassification classification) {
        var scores = new HashMap<String, Double>();
        classification.noteTypes().forEach(label -> scores.put("t " + label.name(), label.score()));
        classification
                .specialties()
                .forEach(label -> scores.put("s " + label.name(), label.score()));
        classification
                .serviceFamilies()
                .forEach(label -> scores.put("f " + label.name(), label.score()));
        return scores;
    }
}
