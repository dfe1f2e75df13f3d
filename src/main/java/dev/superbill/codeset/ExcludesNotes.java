package dev.superbill.codeset;

import dev.superbill.code.Code;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Excludes1 notes: for a code, or what it lies below, the codes never reported with it.
public final class ExcludesNotes {
    private static final int CATEGORY = 3;

    private final LongBuffer codes;
    private final LongBuffer from;
    private final LongBuffer to;

    private ExcludesNotes(FlatFile file, String name) {
        codes = file.longView(name + ".code");
        from = file.longView(name + ".from");
        to = file.longView(name + ".to");
    }

    /// Opens the notes that a [Builder] wrote under the name.
    ///
    /// @throws IllegalArgumentException if the file holds none
    public static ExcludesNotes open(FlatFile file, String name) {
        return new ExcludesNotes(file, name);
    }

    /// Whether a note of the code says that the other is never reported with it.
    public boolean exclude(Code.Icd10 code, Code.Icd10 other) {
        long asked = Keys.of(other);
        long key = Keys.of(code);
        int length = code.value().replace(".", "").length();
        for (int kept = CATEGORY; kept <= length; kept++) {
            long prefix = key & ~((1L << (Byte.SIZE * (7 - kept))) - 1);
            for (int at = Keys.lowerBound(codes, prefix);
                    at < codes.limit() && codes.get(at) == prefix;
                    at++) {
                if (from.get(at) <= asked && asked <= to.get(at)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// How many notes there are.
    public int size() {
        return codes.limit();
    }

    /// Collects notes and writes them.
    public static final class Builder {
        private final List<OfficialRow.Excludes1> notes = new ArrayList<>();

        /// Adds a note.
        public void add(OfficialRow.Excludes1 note) {
            notes.add(note);
        }

        /// Writes the notes in the order of their codes.
        public void writeTo(FlatFile.Builder file, String name) {
            var sorted =
                    notes.stream()
                            .distinct()
                            .sorted(
                                    Comparator.comparing(OfficialRow.Excludes1::code)
                                            .thenComparing(OfficialRow.Excludes1::from)
                                            .thenComparing(OfficialRow.Excludes1::to))
                            .toList();
            file.longs(
                            name + ".code",
                            sorted.stream().mapToLong(note -> Keys.of(note.code())).toArray())
                    .longs(
                            name + ".from",
                            sorted.stream().mapToLong(note -> Keys.of(note.from())).toArray())
                    .longs(
                            name + ".to",
                            sorted.stream()
                                    .mapToLong(note -> Keys.lastBelow(Keys.of(note.to())))
                                    .toArray());
        }
    }
}
