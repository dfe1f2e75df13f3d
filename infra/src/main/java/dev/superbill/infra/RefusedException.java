package dev.superbill.infra;

/// A deployment that must not be made. Its message is one sentence for the person who asked for it.
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RefusedException(String sentence) {
        super(sentence);
    }
}
