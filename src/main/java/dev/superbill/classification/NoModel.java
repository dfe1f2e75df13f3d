package dev.superbill.classification;

/// The classifier of `superbill.classifier.engine=none`.
enum NoModel implements NoteClassifier {
    INSTANCE;

    @Override
    public NoteClassification classify(String text) {
        return NoteClassification.none();
    }

    @Override
    public boolean ranks() {
        return false;
    }

    @Override
    public String model() {
        return NoteClassification.NO_ENGINE;
    }
}
