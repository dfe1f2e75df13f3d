package dev.superbill.adapter.wire;

/// The port to where answers go that nobody waits for.
public interface ResultSink {
    /// Keeps an answer, whole or not at all. Writing the same name again replaces what was there.
    ///
    /// @param name the caller's name for the request
    /// @param answer what the interface answered
    /// @throws dev.superbill.failure.CodingException with `STORE_UNAVAILABLE` if it cannot be kept
    void write(String name, Reply answer);
}
