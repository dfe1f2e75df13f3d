package dev.superbill.adapter.store.official;

import dev.superbill.code.Code;
import dev.superbill.code.Modifier;
import dev.superbill.codeset.OfficialRow;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// The descriptors of CPT codes, each kind from its own file.
final class CptDraft implements Draft {
    private final Map<Code.Cpt, Map<Descriptor, String>> codes = new TreeMap<>();
    private final Map<Modifier, String> modifiers = new TreeMap<>();

    /// A kind of descriptor, and the names of its files, the most useful first.
    enum Descriptor {
        LONG,
        MEDIUM,
        SHORT,
        CONSUMER,
        MODIFIER
    }

    /// Adds a descriptor.
    ///
    /// @throws BadRowException if the code has another of that kind
    void add(Code.Cpt code, Descriptor kind, String text) {
        var before =
                codes.computeIfAbsent(code, _ -> new EnumMap<>(Descriptor.class))
                        .putIfAbsent(kind, text);
        if (before != null && !before.equals(text)) {
            throw BadRowException.of(code.value(), "is described twice, differently");
        }
    }

    /// Goes on with the descriptor of a code that was added before.
    void append(Code.Cpt code, Descriptor kind, String text) {
        var texts = codes.get(code);
        if (texts == null || !texts.containsKey(kind)) {
            throw BadRowException.of(code.value(), "goes on with no record before it");
        }
        texts.merge(kind, text, (begin, rest) -> begin + ' ' + rest);
    }

    /// Adds a modifier.
    void add(Modifier modifier, String text) {
        modifiers.put(modifier, text);
    }

    /// Goes on with the text of a modifier.
    void append(Modifier modifier, String text) {
        modifiers.merge(modifier, text, (begin, rest) -> begin + ' ' + rest);
    }

    @Override
    public void complete(Consumer<OfficialRow> rows) {
        codes.forEach((code, texts) ->
                rows.accept(
                        new OfficialRow.Cpt(
                                code,
                                texts.getOrDefault(Descriptor.LONG, ""),
                                texts.getOrDefault(Descriptor.MEDIUM, ""),
                                texts.getOrDefault(Descriptor.SHORT, ""),
                                texts.getOrDefault(Descriptor.CONSUMER, ""))));
        modifiers.forEach(
                (modifier, text) -> rows.accept(new OfficialRow.ModifierText(modifier, text)));
    }
}
