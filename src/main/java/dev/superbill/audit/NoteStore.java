package dev.superbill.audit;

import java.util.Optional;

/// The port to where the texts of notes lie while people work on them, apart from the trail, which
/// never holds them. Implementations are safe for use by many threads; what outlives the process is
/// encrypted.
///
/// Every method throws [dev.superbill.failure.CodingException] with `STORE_UNAVAILABLE` where the
/// store cannot be used.
public interface NoteStore {
    /// Keeps the text of an answered note; does nothing where it is kept already.
    void keep(String tenant, String answerId, String text);

    /// The text, where it is still kept.
    Optional<String> find(String tenant, String answerId);

    /// Forgets the text.
    void erase(String tenant, String answerId);

    /// A store that keeps nothing.
    static NoteStore none() {
        return new NoteStore() {
            @Override
            public void keep(String tenant, String answerId, String text) {}

            @Override
            public Optional<String> find(String tenant, String answerId) {
                return Optional.empty();
            }

            @Override
            public void erase(String tenant, String answerId) {}
        };
    }
}
