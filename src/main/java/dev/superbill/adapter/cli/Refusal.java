package dev.superbill.adapter.cli;

/// Says on standard error why a program does not start.
public final class Refusal {
    private static final int MISUSED = 2;

    private Refusal() {}

    /// Says it.
    ///
    /// @return the exit code that goes with it
    public static int said(String reason) {
        System.err.println(reason);
        return MISUSED;
    }
}
