package dev.superbill;

import dev.superbill.adapter.store.EmbeddedKnowledge;
import dev.superbill.classification.NoteClassifier;
import dev.superbill.note.Encounter;
import dev.superbill.note.Note;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// How long a note of 3,000 characters takes without the classifier.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class CodingPipelineBenchmark {
    private static final int LENGTH = 3_000;
    private static final String SENTENCE =
            "The gallbladder was dissected from the liver bed and the cystic duct was clipped. ";

    private final CodingPipeline pipeline =
            new CodingPipeline(EmbeddedKnowledge.load(), NoteClassifier.none(), System::nanoTime);
    private final Note note =
            new Note(
                    "",
                    ("PROCEDURE: Laparoscopic cholecystectomy.\n\nDESCRIPTION: "
                                    + SENTENCE.repeat(LENGTH / SENTENCE.length() + 1))
                            .substring(0, LENGTH));
    private final Encounter encounter = Encounter.on(LocalDate.of(2026, 6, 15));

    /// The whole pipeline.
    @Benchmark
    public CodingResult code() {
        return pipeline.code(note, encounter, CodingOptions.defaults());
    }
}
