package dev.superbill.audit;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// A store of notes to look at.
public final class InMemoryNoteStore implements NoteStore {
    private final Map<String, String> texts = new ConcurrentHashMap<>();

    @Override
    public void keep(String tenant, String answerId, String text) {
        texts.putIfAbsent(tenant + "\n" + answerId, text);
    }

    @Override
    public Optional<String> find(String tenant, String answerId) {
        return Optional.ofNullable(texts.get(tenant + "\n" + answerId));
    }

    @Override
    public void erase(String tenant, String answerId) {
        texts.remove(tenant + "\n" + answerId);
    }

    /// How many texts are kept.
    public int size() {
        return texts.size();
    }
}
