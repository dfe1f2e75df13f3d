package dev.superbill.failure;

import java.io.Serial;

/// A failure with a category. Its message is fit for a client and a log: it never holds note text.
public final class CodingException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private final Fault fault;

    /// @param fault the category
    /// @param message what went wrong, in words that hold nothing of the note
    public CodingException(Fault fault, String message) {
        super(message);
        this.fault = fault;
    }

    /// @param fault the category
    /// @param message what went wrong, in words that hold nothing of the note
    /// @param cause the failure underneath
    public CodingException(Fault fault, String message, Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    /// The category of this failure.
    public Fault fault() {
        return fault;
    }
}
