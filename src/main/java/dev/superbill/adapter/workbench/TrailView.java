package dev.superbill.adapter.workbench;

import java.util.List;

/// The trail of an answer as its page shows it.
///
/// @param id the answer's id
/// @param whole whether the chain around the records is sound
/// @param verdict the same in words
/// @param noteSha256 the note's fingerprint
/// @param records the records
public record TrailView(
        String id, boolean whole, String verdict, String noteSha256, List<Entry> records) {
    /// Copies.
    public TrailView {
        records = List.copyOf(records);
    }

    /// A record.
    ///
    /// @param sequence its place in the chain
    /// @param what of a decision, what was decided; else empty
    /// @param sound whether it is what was written
    public record Entry(
            long sequence,
            String time,
            String user,
            String kind,
            String what,
            String id,
            String hash,
            boolean sound,
            String state) {}
}
