package dev.superbill.adapter.store.trail;

import dev.superbill.audit.NoteStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The texts of notes in memory: the newest, and gone with the process.
public final class MemoryNotes implements NoteStore {
    private final int most;
    private final Map<Name, String> texts = new LinkedHashMap<>();
    private int length;

    private record Name(String tenant, String answerId) {}

    /// @param most how many UTF-16 units are kept in all; the oldest texts make room
    public MemoryNotes(int most) {
        this.most = most;
    }

    @Override
    public synchronized void keep(String tenant, String answerId, String text) {
        if (texts.putIfAbsent(new Name(tenant, answerId), text) == null) {
            length += text.length();
            var oldest = texts.entrySet().iterator();
            while (length > most) {
                length -= oldest.next().getValue().length();
                oldest.remove();
            }
        }
    }

    @Override
    public synchronized Optional<String> find(String tenant, String answerId) {
        return Optional.ofNullable(texts.get(new Name(tenant, answerId)));
    }

    @Override
    public synchronized void erase(String tenant, String answerId) {
        var text = texts.remove(new Name(tenant, answerId));
        length -= text == null ? 0 : text.length();
    }
}
