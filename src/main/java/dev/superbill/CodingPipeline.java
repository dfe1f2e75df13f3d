package dev.superbill;

import dev.superbill.classification.NoteClassifier;
import dev.superbill.codeset.CodeSets;
import dev.superbill.decision.Routing;
import dev.superbill.failure.CodingException;
import dev.superbill.note.Encounter;
import dev.superbill.note.Note;
import dev.superbill.visit.EvaluationAndManagement;
import java.util.List;
import java.util.function.LongSupplier;

/// The order of the stages, written once.
public final class CodingPipeline {
    private final CodeSets codeSets;
    private final NoteClassifier classifier;
    private final LongSupplier nanos;

    /// @param codeSets what is known of codes
    /// @param classifier what classifies notes
    /// @param nanos a clock for the stage timings, in nanoseconds
    public CodingPipeline(CodeSets codeSets, NoteClassifier classifier, LongSupplier nanos) {
        this.codeSets = codeSets;
        this.classifier = classifier;
        this.nanos = nanos;
    }

    /// Codes one note.
    ///
    /// @throws CodingException with `NO_EDITION` if no loaded edition of CPT covers the service
    ///   date
    public CodingResult code(Note note, Encounter encounter, CodingOptions options) {
        long start = nanos.getAsLong();
        var classification = classifier.classify(note.text());
        return new CodingResult(
                classification,
                EvaluationAndManagement.none(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Routing(Routing.Outcome.REVIEW, List.of("no service was found")),
                codeSets.releases(),
                List.of(new CodingResult.StageTiming("classification", nanos.getAsLong() - start)));
    }
}
