package dev.superbill.codeset;

import dev.superbill.code.Code;
import dev.superbill.note.Fact;
import dev.superbill.note.Sex;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;

/// The limits of age and sex that codes imply, by ranges of codes.
public final class PatientLimits {
    private static final String NAME = "limit";
    private static final int WIDTH = 4;

    private final LongBuffer from;
    private final LongBuffer to;
    private final IntBuffer cells;
    private final Texts reasons;

    private PatientLimits(FlatFile file) {
        from = file.longView(NAME + ".from");
        to = file.longView(NAME + ".to");
        cells = file.intView(NAME + ".cells");
        reasons = Texts.open(file, NAME + ".why");
    }

    /// Opens the limits of a flat file.
    ///
    /// @throws IllegalArgumentException if the file holds none
    public static PatientLimits open(FlatFile file) {
        return new PatientLimits(file);
    }

    /// How many ranges there are.
    public int size() {
        return from.limit();
    }

    /// The limits of a code, in the order of the list.
    public List<PatientLimit> of(Code code) {
        long key = Keys.of(code);
        var found = new ArrayList<PatientLimit>();
        for (int i = 0; i < from.limit(); i++) {
            if (from.get(i) <= key && key <= to.get(i)) {
                found.add(limit(i * WIDTH));
            }
        }
        return found;
    }

    private PatientLimit limit(int at) {
        int sex = cells.get(at);
        return new PatientLimit(
                sex == 0 ? Fact.unknown() : Fact.known(Sex.values()[sex - 1]),
                cells.get(at + 1),
                cells.get(at + 2),
                reasons.get(cells.get(at + 3)));
    }

    /// Collects limits and writes them.
    public static final class Builder {
        private final List<Long> from = new ArrayList<>();
        private final List<Long> to = new ArrayList<>();
        private final List<Integer> cells = new ArrayList<>();
        private final Texts.Builder reasons = new Texts.Builder();

        /// Adds the limit of a range of codes.
        public Builder add(CodeRange range, PatientLimit limit) {
            from.add(Keys.of(range.from()));
            to.add(Keys.lastBelow(Keys.of(range.to())));
            cells.addAll(
                    List.of(
                            limit.sex().told().map(sex -> sex.ordinal() + 1).orElse(0),
                            limit.youngest(),
                            limit.oldest(),
                            reasons.number(limit.why())));
            return this;
        }

        /// Writes the limits in the order in which they were added.
        public void writeTo(FlatFile.Builder file) {
            file.longs(NAME + ".from", from.stream().mapToLong(Long::longValue).toArray())
                    .longs(NAME + ".to", to.stream().mapToLong(Long::longValue).toArray())
                    .ints(NAME + ".cells", cells.stream().mapToInt(Integer::intValue).toArray());
            reasons.writeTo(file, NAME + ".why");
        }
    }
}
