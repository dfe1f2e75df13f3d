package dev.superbill.adapter.quarkus;

import dev.superbill.CodingPipeline;
import dev.superbill.Knowledge;
import dev.superbill.adapter.store.EmbeddedKnowledge;
import dev.superbill.classification.NoteClassifier;
import dev.superbill.codeset.CodeSetSource;
import dev.superbill.decision.Policy;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// The pipeline over the code sets of the moment. A call that has asked for it keeps it to its end.
final class CurrentPipeline implements Supplier<CodingPipeline> {
    private final Knowledge knowledge;
    private final NoteClassifier classifier;
    private final CodeSetSource source;
    private final Policy policy;
    private final AtomicReference<CodingPipeline> latest;

    /// @param knowledge what ships with the program
    /// @param classifier what classifies notes
    /// @param source where the code sets come from
    /// @param policy what an operator approved
    CurrentPipeline(
            Knowledge knowledge, NoteClassifier classifier, CodeSetSource source, Policy policy) {
        this.knowledge = knowledge;
        this.classifier = classifier;
        this.source = source;
        this.policy = policy;
        latest = new AtomicReference<>(pipeline());
    }

    private CodingPipeline pipeline() {
        if (source.current().equals(Shipped.KNOWLEDGE.codeSets())) {
            return Shipped.PIPELINE.with(classifier).with(policy);
        }
        return new CodingPipeline(knowledge.with(source.current()), classifier, System::nanoTime)
                .with(policy);
    }

    /// The pipeline over what ships with the program: made when the class is initialised, which for
    /// a native binary is when it is built.
    private static final class Shipped {
        private static final Knowledge KNOWLEDGE = EmbeddedKnowledge.load();
        private static final CodingPipeline PIPELINE =
                new CodingPipeline(KNOWLEDGE, NoteClassifier.none(), System::nanoTime);

        private Shipped() {}
    }

    @Override
    public CodingPipeline get() {
        var pipeline = latest.get();
        if (pipeline.codeSets().equals(source.current())) {
            return pipeline;
        }
        var next = pipeline();
        latest.set(next);
        return next;
    }
}
