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
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DjlNoteClassifierTest {
    private static final double SAME = 1e-4;
    private static final double NEAR = 0.02;

    /// How far the engines may be apart in eight bits: their arithmetic differs, their labels do
    /// not.
    private static final double AS_NEAR = 0.01;

    private static final Map<TransformerEngine, DjlNoteClassifier> INT8 =
            GoldenCases.opened(Precision.INT8);
    private static final Map<TransformerEngine, DjlNoteClassifier> FLOAT =
            GoldenCases.opened(Precision.FLOAT);

    private static DjlNoteClassifier open(Path model, ModelForm form) {
        return DjlNoteClassifier.open(model, form, 2);
    }

    private static DjlNoteClassifier int8(TransformerEngine engine) {
        return Objects.requireNonNull(INT8.get(engine));
    }

    @AfterAll
    static void close() {
        INT8.values().forEach(DjlNoteClassifier::close);
        FLOAT.values().forEach(DjlNoteClassifier::close);
    }

    static Stream<GoldenCases.Golden> golden() {
        return GoldenCases.read();
    }

    @ParameterizedTest
    @MethodSource("golden")
    void logitsAreThoseOfTraining(GoldenCases.Golden golden) {
        for (var classifier : FLOAT.values()) {
            var logits = classifier.logits(classifier.windows(golden.text()));
            assertThat(logits).hasSize(golden.logits().size());
            for (int i = 0; i < logits.length; i++) {
                assertThat((double) logits[i]).isCloseTo(golden.logits().get(i), within(SAME));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("golden")
    void eightBitsAreNearTheWholeModel(GoldenCases.Golden golden) {
        for (var engine : TransformerEngine.values()) {
            var whole = Objects.requireNonNull(FLOAT.get(engine)).classify(golden.text());
            assertNear(int8(engine).classify(golden.text()), whole, NEAR);
        }
    }

    @ParameterizedTest
    @MethodSource("golden")
    void theEnginesGiveTheSameLabels(GoldenCases.Golden golden) {
        assertNear(
                int8(TransformerEngine.ONNX_RUNTIME).classify(golden.text()),
                int8(TransformerEngine.PYTORCH).classify(golden.text()),
                AS_NEAR);
    }

    private static void assertNear(
            NoteClassification classification, NoteClassification other, double most) {
        var scores = scores(other);
        scores(classification)
                .forEach((label, score) ->
                        assertThat(score).as(label).isCloseTo(scores.get(label), within(most)));
    }

    @ParameterizedTest
    @EnumSource
    void theClassificationNamesItsEngineAndModel(TransformerEngine engine) {
        var classifier = int8(engine);
        var classification = classifier.classify("Laparoscopic cholecystectomy.");
        assertThat(classification.engine()).isEqualTo(engine.label());
        assertThat(classification.noteTypes())
                .extracting(Label::name)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(NoteType.values()).map(NoteType::label).toList());
        assertThat(classification.noteTypes().stream().mapToDouble(Label::score).sum())
                .isCloseTo(1, within(1e-9));
        assertThat(classifier.model())
                .matches("note-encoder@[0-9a-f]{6}")
                .isEqualTo(
                        DjlNoteClassifier.name(
                                GoldenCases.MODEL, GoldenCases.form(engine, Precision.INT8)));
    }

    @Test
    void everyFormOfTheModelHasItsOwnName() {
        assertThat(Stream.concat(INT8.values().stream(), FLOAT.values().stream()))
                .extracting(DjlNoteClassifier::model)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void manyThreadsGetTheAnswersOfOne(TransformerEngine engine) throws Exception {
        var classifier = int8(engine);
        var texts = golden().map(GoldenCases.Golden::text).toList();
        var alone = texts.stream().map(classifier::classify).toList();
        var calls = new ArrayList<Callable<List<NoteClassification>>>();
        for (int caller = 0; caller < 16; caller++) {
            calls.add(() -> texts.stream().map(classifier::classify).toList());
        }
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answers : callers.invokeAll(calls)) {
                assertThat(answers.get()).isEqualTo(alone);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theEndOfALongNoteIsRead(TransformerEngine engine) {
        var classifier = int8(engine);
        var filler = "The patient tolerated the procedure well. ".repeat(400);
        assertThat(classifier.classify(filler + "CT of the abdomen and pelvis: no acute finding."))
                .isNotEqualTo(classifier.classify(filler));
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
        for (var classifier : INT8.values()) {
            assertThat(classifier.classify(text).present()).isTrue();
            assertThat(classifier.classify(text.repeat(500)).present()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "-", "ab "})
    void theLongestNoteIsAnsweredInTime(String text) {
        var note = text.repeat(Note.MAX_LENGTH / text.length());
        for (var classifier : INT8.values()) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(60),
                    () -> assertThat(classifier.classify(note).present()).isTrue());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "note-encoder-int8.pt",
                "note-encoder-int8.onnx",
                "note-encoder-int8.onnx.weights",
                "code-ranker-int8.pt",
                "code-ranker-int8.onnx",
                "code-ranker-int8.onnx.weights",
                "codes.txt",
                "vocab.txt"
            })
    void aDamagedFileIsRefused(String file, @TempDir Path folder) throws IOException {
        copy(folder);
        Files.write(folder.resolve(file), new byte[] {'x'}, StandardOpenOption.APPEND);
        assertUnavailable(folder, file, "damaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"code-ranker-int8.onnx", "codes.txt"})
    void weightsThatThePlatformHasCheckedAreNotCheckedAgain(String file, @TempDir Path folder)
            throws IOException {
        copy(folder);
        var trusting =
                new ModelForm(
                        TransformerEngine.ONNX_RUNTIME,
                        Path.of("target/onnxruntime"),
                        Precision.INT8,
                        Trust.WEIGHTS);
        Files.write(folder.resolve(file), new byte[] {0x12, 0}, StandardOpenOption.APPEND);
        if (file.equals("codes.txt")) {
            assertThatExceptionOfType(CodingException.class)
                    .isThrownBy(() -> open(folder, trusting))
                    .withMessageContaining("damaged");
        } else {
            try (var opened = open(folder, trusting)) {
                assertThat(opened.classify("CT of the chest.").present()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "note-encoder-int8.pt",
                "note-encoder-int8.onnx",
                "note-encoder-int8.onnx.weights",
                "code-ranker-int8.pt",
                "code-ranker-int8.onnx.weights",
                "codes.txt",
                "vocab.txt",
                "manifest.json"
            })
    void aMissingFileIsNamed(String file, @TempDir Path folder) throws IOException {
        copy(folder);
        Files.delete(folder.resolve(file));
        assertUnavailable(folder, file, file);
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
        assertUnavailable(folder, Manifest.FILE, "could not be loaded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"note-encoder-int8.pt", "note-encoder-int8.onnx"})
    void weightsThatAreNoModelAreRefused(String file, @TempDir Path folder) throws IOException {
        copy(folder);
        var weights = folder.resolve(file);
        var manifest = Files.readString(folder.resolve(Manifest.FILE));
        var right = ModelFolder.sha256(weights);
        Files.writeString(weights, "no model");
        Files.writeString(
                folder.resolve(Manifest.FILE),
                manifest.replace(right, ModelFolder.sha256(weights)));
        assertUnavailable(folder, file, "could not be loaded");
    }

    @ParameterizedTest
    @EnumSource
    void aFolderWithoutTheEngineIsRefused(TransformerEngine engine, @TempDir Path folder) {
        var form = new ModelForm(engine, folder, Precision.INT8, Trust.NOTHING);
        assertThatExceptionOfType(CodingException.class)
                .isThrownBy(() -> open(GoldenCases.MODEL, form))
                .withMessageContaining("there is no")
                .extracting(CodingException::fault)
                .isEqualTo(Fault.CLASSIFIER_UNAVAILABLE);
    }

    /// Opens a folder with the engine that reads the given file.
    private static void assertUnavailable(Path folder, String file, String said) {
        var engine =
                file.contains(".onnx") ? TransformerEngine.ONNX_RUNTIME : TransformerEngine.PYTORCH;
        assertThatExceptionOfType(CodingException.class)
                .isThrownBy(() -> open(folder, GoldenCases.form(engine, Precision.INT8)))
                .withMessageContaining(said)
                .extracting(CodingException::fault)
                .isEqualTo(Fault.CLASSIFIER_UNAVAILABLE);
    }

    private static void copy(Path folder) throws IOException {
        for (var file :
                List.of(
                        Manifest.FILE,
                        "note-encoder-int8.pt",
                        "note-encoder-int8.onnx",
                        "note-encoder-int8.onnx.weights",
                        "code-ranker-int8.pt",
                        "code-ranker-int8.onnx",
                        "code-ranker-int8.onnx.weights",
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
