package dev.superbill.adapter.djl;

import dev.superbill.classification.NoteClassification;
import dev.superbill.classification.NoteClassifier;
import dev.superbill.classification.RankedCode;
import dev.superbill.failure.CodingException;
import dev.superbill.section.Passage;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/// Keeps a failing classifier from failing the call: the note is then coded from lookup alone and
/// goes to review. Each failure is logged once, here, with nothing of the note.
public final class LookupOnFailure implements NoteClassifier, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(LookupOnFailure.class);

    private final NoteClassifier classifier;
    private final Runnable closing;

    /// @param classifier what may fail
    /// @param closing gives back what it holds
    LookupOnFailure(NoteClassifier classifier, Runnable closing) {
        this.classifier = classifier;
        this.closing = closing;
    }

    /// A classifier that answers, whether or not the given one can be opened.
    public static LookupOnFailure opened(Supplier<DjlNoteClassifier> classifier) {
        try {
            var opened = classifier.get();
            return new LookupOnFailure(opened, opened::close);
        } catch (CodingException e) {
            LOG.errorf(
                    "%s: %s. Notes are coded from lookup alone and go to review.",
                    e.fault(), e.getMessage());
            return new LookupOnFailure(NoteClassifier.none(), () -> {});
        }
    }

    @Override
    public NoteClassification classify(String text) {
        try {
            return classifier.classify(text);
        } catch (CodingException e) {
            LOG.errorf("%s: %s (%s)", e.fault(), e.getMessage(), rootOf(e));
            return NoteClassification.none();
        }
    }

    @Override
    public List<RankedCode> rank(String text, List<Passage> passages) {
        try {
            return classifier.rank(text, passages);
        } catch (CodingException e) {
            LOG.errorf("%s: %s (%s)", e.fault(), e.getMessage(), rootOf(e));
            return List.of();
        }
    }

    @Override
    public String model() {
        return classifier.model();
    }

    @Override
    public void close() {
        closing.run();
    }

    /// The name of the innermost cause: its message is the engine's, and no promise is made of it.
    private static String rootOf(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getName();
    }
}
