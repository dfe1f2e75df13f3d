package dev.superbill.codeset;

/// What a code's Appendix S class rests on. Only the descriptor's own wording is binding.
public enum AppendixSBasis {
    DESCRIPTOR("descriptor wording"),
    LIST("AMA list"),
    INFERRED("inferred");

    private final String label;

    AppendixSBasis(String label) {
        this.label = label;
    }

    /// The name that the interface uses.
    public String label() {
        return label;
    }
}
