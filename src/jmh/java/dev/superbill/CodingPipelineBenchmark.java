package dev.superbill;

import dev.superbill.adapter.djl.DjlNoteClassifier;
import dev.superbill.adapter.djl.ModelForm;
import dev.superbill.adapter.djl.Precision;
import dev.superbill.adapter.djl.TransformerEngine;
import dev.superbill.adapter.djl.Trust;
import dev.superbill.adapter.store.EmbeddedKnowledge;
import dev.superbill.classification.NoteClassifier;
import dev.superbill.note.Encounter;
import dev.superbill.note.Note;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// How long a note of 3,000 characters takes, with and without the classifier.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class CodingPipelineBenchmark {
    /// What classifies: nothing, or the model at a precision.
    public enum Classifier {
        NONE,
        INT8,
        FLOAT
    }

    /// What classifies.
    @Param public Classifier classifier = Classifier.NONE;

    /// What runs the model.
    @Param public TransformerEngine engine = TransformerEngine.PYTORCH;

    private final Note note = SampleNote.of(3_000);
    private final Encounter encounter = Encounter.on(LocalDate.of(2026, 6, 15));
    private NoteClassifier model = NoteClassifier.none();
    private CodingPipeline pipeline = pipeline(model);

    /// Loads the model, where there is one.
    @Setup
    public void open() {
        model =
                switch (classifier) {
                    case NONE -> NoteClassifier.none();
                    case INT8 -> load(Precision.INT8);
                    case FLOAT -> load(Precision.FLOAT);
                };
        pipeline = pipeline(model);
    }

    private NoteClassifier load(Precision precision) {
        return DjlNoteClassifier.open(
                Path.of("models/note-encoder").toAbsolutePath(),
                new ModelForm(
                        engine,
                        Path.of("target", engine.folder()).toAbsolutePath(),
                        precision,
                        Trust.NOTHING),
                1);
    }

    private static CodingPipeline pipeline(NoteClassifier model) {
        return new CodingPipeline(EmbeddedKnowledge.load(), model, System::nanoTime);
    }

    /// The whole pipeline.
    @Benchmark
    public CodingResult code() {
        return pipeline.code(note, encounter, CodingOptions.defaults());
    }

    /// Closes the model.
    @TearDown
    public void close() {
        if (model instanceof DjlNoteClassifier open) {
            open.close();
        }
    }
}
