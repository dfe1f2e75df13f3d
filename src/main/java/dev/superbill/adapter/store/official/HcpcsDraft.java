package dev.superbill.adapter.store.official;

import dev.superbill.code.Code;
import dev.superbill.code.Modifier;
import dev.superbill.codeset.CodeEntry;
import dev.superbill.codeset.OfficialRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/// What files say of HCPCS codes and modifiers. One file may give the texts, another the rest.
final class HcpcsDraft implements Draft {
    private static final int CODE_LENGTH = 5;
    private static final int MODIFIER_LENGTH = 2;

    private final Map<String, List<Entry>> entries = new TreeMap<>();

    /// What one file says of a code. What it leaves out is empty.
    static final class Entry {
        private final StringBuilder longText;
        private final String shortText;
        private final Optional<LocalDate> added;
        private final LocalDate terminated;
        private final String coverage;

        Entry(
                String longText,
                String shortText,
                Optional<LocalDate> added,
                LocalDate terminated,
                String coverage) {
            this.longText = new StringBuilder(longText);
            this.shortText = Values.spaced(shortText);
            this.added = added;
            this.terminated = terminated;
            this.coverage = coverage;
        }

        /// Goes on with the text of the record before.
        void append(String text) {
            longText.append(' ').append(text);
        }

        private Entry and(String code, Entry other) {
            return new Entry(
                    agreed(
                            code,
                            Values.spaced(longText.toString()),
                            Values.spaced(other.longText.toString())),
                    agreed(code, shortText, other.shortText),
                    added.or(() -> other.added),
                    agreedDate(code, terminated, other.terminated),
                    agreed(code, coverage, other.coverage));
        }

        private static String agreed(String code, String one, String other) {
            if (!one.isEmpty() && !other.isEmpty() && !one.equals(other)) {
                throw contradiction(code);
            }
            return one.isEmpty() ? other : one;
        }

        private static LocalDate agreedDate(String code, LocalDate one, LocalDate other) {
            if (!one.equals(other)) {
                throw contradiction(code);
            }
            return one;
        }

        private static RefusedFileException contradiction(String code) {
            return new RefusedFileException("files contradict each other about " + code);
        }
    }

    /// Adds what a file says of a code or modifier.
    ///
    /// @throws BadRowException if it is neither
    Entry add(String code, Entry entry) {
        if (code.length() == MODIFIER_LENGTH) {
            requireForm(code, () -> new Modifier(code));
        } else if (code.length() == CODE_LENGTH) {
            requireForm(code, () -> new Code.Hcpcs(code));
        } else {
            throw BadRowException.of(code, "is no HCPCS code or modifier");
        }
        entries.computeIfAbsent(code, _ -> new ArrayList<>()).add(entry);
        return entry;
    }

    private static void requireForm(String code, Runnable form) {
        try {
            form.run();
        } catch (IllegalArgumentException _) {
            throw BadRowException.of(code, "is no HCPCS code or modifier");
        }
    }

    @Override
    public void complete(Consumer<OfficialRow> rows) {
        entries.forEach((code, said) -> {
            var entry = said.stream().reduce((one, other) -> one.and(code, other)).orElseThrow();
            if (code.length() == MODIFIER_LENGTH) {
                rows.accept(
                        new OfficialRow.ModifierText(
                                new Modifier(code), Values.spaced(entry.longText.toString())));
            } else {
                rows.accept(
                        new OfficialRow.Hcpcs(
                                new Code.Hcpcs(code),
                                Values.spaced(entry.longText.toString()),
                                entry.shortText,
                                entry.added.orElse(CodeEntry.ALWAYS_FROM),
                                entry.terminated,
                                entry.coverage));
            }
        });
    }
}
