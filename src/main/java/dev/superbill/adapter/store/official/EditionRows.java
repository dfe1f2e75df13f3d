package dev.superbill.adapter.store.official;

import dev.superbill.codeset.OfficialRow;
import dev.superbill.codeset.SourceEdition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// The rows of one edition on their way to the bundle.
final class EditionRows {
    private SourceEdition edition;
    private final RowSink sink;
    private final Map<Class<? extends Draft>, Draft> drafts = new LinkedHashMap<>();

    EditionRows(SourceEdition edition, RowSink sink) {
        this.edition = edition;
        this.sink = sink;
    }

    SourceEdition edition() {
        return edition;
    }

    void add(OfficialRow row) {
        sink.add(edition, row);
    }

    <D extends Draft> D draft(Class<D> type, Supplier<D> made) {
        return type.cast(drafts.computeIfAbsent(type, _ -> made.get()));
    }

    /// Adds what several files say together.
    void complete() {
        for (var draft : drafts.values()) {
            edition = draft.named(edition);
        }
        drafts.values().forEach(draft -> draft.complete(this::add));
    }
}
