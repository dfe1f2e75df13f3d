package dev.superbill.adapter.wire;

/// The port to whatever counts and times calls.
public interface CallMeter {
    /// Takes note of an answered call.
    ///
    /// @param door where it came in
    /// @param status the HTTP status of its answer
    /// @param nanos how long it took
    void answered(Door door, int status, long nanos);

    /// A meter that counts nothing.
    static CallMeter none() {
        return (door, status, nanos) -> {};
    }
}
