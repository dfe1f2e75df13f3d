package dev.superbill.adapter.wire;

import dev.superbill.adapter.wire.CodeBundles.Flaw;
import java.io.Serial;
import java.util.List;

/// Ends the making of a bundle: files cannot be trusted. It has no stack trace: nothing is wrong
/// with the program.
public final class BundleRefusedException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private final transient List<Flaw> flaws;

    /// @param flaws what is wrong with the files
    public BundleRefusedException(List<Flaw> flaws) {
        super(
                flaws.size() + " things are wrong with the files, the first: " + flaws.getFirst(),
                null,
                false,
                false);
        this.flaws = List.copyOf(flaws);
    }

    /// What is wrong with the files.
    public List<Flaw> flaws() {
        return flaws;
    }
}
