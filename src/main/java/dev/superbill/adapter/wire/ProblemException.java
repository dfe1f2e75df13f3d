package dev.superbill.adapter.wire;

import java.io.Serial;

/// Ends a call with a problem. It has no stack trace: nothing is wrong with the program.
public final class ProblemException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /// @param problem what the call is answered
    public ProblemException(Problem problem) {
        super(problem.type(), null, false, false);
        this.problem = problem;
    }

    /// What the call is answered.
    public Problem problem() {
        return problem;
    }
}
