package dev.superbill.adapter.djl;

import dev.superbill.classification.NoteClassification;
import dev.superbill.classification.NoteClassifier;
import dev.superbill.classification.RankedCode;
import dev.superbill.failure.CodingException;
import dev.superbill.section.Passage;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/// Loads a classifier beside whatever else a start has to do, and keeps a failing one from failing
/// the call: the note is then coded from lookup alone and goes to review. Only what asks for the
/// classifier waits for it. Each failure is logged once, here, with nothing of the note.
public final class LookupOnFailure implements NoteClassifier, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(LookupOnFailure.class);

    private final FutureTask<NoteClassifier> loading;
    private final Supplier<String> name;
    private volatile boolean asked;

    private LookupOnFailure(Callable<? extends NoteClassifier> classifier, Supplier<String> name) {
        this.loading = new FutureTask<>(() -> opened(classifier));
        this.name = name;
    }

    /// A classifier that answers, whether or not the given one can be loaded; it is being loaded
    /// when this returns.
    ///
    /// @param classifier loads it; fails with `CLASSIFIER_UNAVAILABLE`
    /// @param name the name that it will have, for answers that come before it
    public static LookupOnFailure loading(
            Callable<? extends NoteClassifier> classifier, Supplier<String> name) {
        var started = new LookupOnFailure(classifier, name);
        Thread.ofPlatform().daemon().name("model").start(started.loading);
        return started;
    }

    /// Loads the classifier and, unless a note waits for it already, warms it.
    private NoteClassifier opened(Callable<? extends NoteClassifier> classifier) throws Exception {
        try {
            var opened = classifier.call();
            if (!asked) {
                opened.warm();
            }
            return opened;
        } catch (CodingException e) {
            LOG.errorf(
                    "%s: %s. Notes are coded from lookup alone and go to review.",
                    e.fault(), e.getMessage());
            return NoteClassifier.none();
        }
    }

    @Override
    public NoteClassification classify(String text) {
        asked = true;
        try {
            return loaded().classify(text);
        } catch (CodingException e) {
            LOG.errorf("%s: %s (%s)", e.fault(), e.getMessage(), rootOf(e));
            return NoteClassification.none();
        }
    }

    @Override
    public List<RankedCode> rank(String text, List<Passage> passages) {
        try {
            return loaded().rank(text, passages);
        } catch (CodingException e) {
            LOG.errorf("%s: %s (%s)", e.fault(), e.getMessage(), rootOf(e));
            return List.of();
        }
    }

    @Override
    public String model() {
        return ready() ? loaded().model() : name.get();
    }

    @Override
    public boolean ready() {
        return loading.isDone();
    }

    /// Waits until the model is loaded, or was found not to be loadable.
    public void await() {
        var _ = loaded();
    }

    @Override
    public void close() {
        if (loaded() instanceof DjlNoteClassifier open) {
            open.close();
        }
    }

    private NoteClassifier loaded() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return loading.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new IllegalStateException("the model could not be loaded", e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
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
