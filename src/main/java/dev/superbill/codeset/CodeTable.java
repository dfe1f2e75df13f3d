package dev.superbill.codeset;

import dev.superbill.code.Code;
import dev.superbill.code.CodeSystem;
import dev.superbill.note.Fact;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The codes, each at a place (row) of flat arrays ordered by system and value. Entries are made
/// when they are asked for.
public final class CodeTable {
    /// How many numbers a row has.
    static final int WIDTH = 30;

    /// The row of a code that is not in the table.
    public static final int NO_ROW = -1;

    private final long[] keys;
    private final int[] rows;
    private final long[] lists;
    private final int[] stringFrom;
    private final ByteBuffer strings;

    private CodeTable(FlatFile file) {
        keys = file.longs("code.keys");
        rows = file.ints("code.rows");
        lists = file.longs("code.lists");
        stringFrom = file.ints("code.string.from");
        strings = file.bytes("code.string");
    }

    /// Opens the code table of a flat file.
    ///
    /// @throws IllegalArgumentException if the file holds no code table
    public static CodeTable open(FlatFile file) {
        return new CodeTable(file);
    }

    /// How many codes the table holds.
    public int size() {
        return keys.length;
    }

    /// The row of a code, or [#NO_ROW].
    public int row(Code code) {
        int row = Arrays.binarySearch(keys, key(code));
        return row < 0 ? NO_ROW : row;
    }

    /// The code at a row.
    public Code code(int row) {
        return code(keys[row]);
    }

    /// What is known of a code, whenever it is or was active.
    public Optional<CodeEntry> find(Code code) {
        int row = row(code);
        return row == NO_ROW ? Optional.empty() : Optional.of(entry(row));
    }

    /// The entry at a row.
    public CodeEntry entry(int row) {
        int at = row * WIDTH;
        return new CodeEntry(
                code(row),
                string(rows[at]),
                string(rows[at + 1]),
                string(rows[at + 2]),
                LocalDate.ofEpochDay(rows[at + 3]),
                LocalDate.ofEpochDay(rows[at + 4]),
                list(at + 20),
                list(at + 22),
                addOn(at),
                new FeeIndicators(
                        string(rows[at + 5]),
                        string(rows[at + 6]),
                        string(rows[at + 7]),
                        string(rows[at + 8]),
                        string(rows[at + 9]),
                        string(rows[at + 10]),
                        rows[at + 11]),
                rows[at + 13] == 0
                        ? Fact.unknown()
                        : Fact.known(new MueLimit(rows[at + 12], rows[at + 13])),
                appendixS(at),
                Interpretation.values()[rows[at + 17]],
                Side.values()[rows[at + 18]],
                string(rows[at + 19]));
    }

    /// The number of the code's sibling family: equal for codes that a coder chooses between, 0 for
    /// a code without one.
    public int groupOf(int row) {
        return rows[row * WIDTH + 1];
    }

    /// The code's service family.
    public String familyOf(int row) {
        return string(rows[row * WIDTH + 2]);
    }

    /// The side that the code itself names.
    public Side sideOf(int row) {
        return Side.values()[rows[row * WIDTH + 18]];
    }

    /// Whether a code that names one side also serves, with its sibling, for both sides, since no
    /// code names both.
    public boolean servesBothSides(int row) {
        return rows[row * WIDTH + 29] != 0;
    }

    /// How many `needs` lines the code has, each of which some expression must meet.
    public int needsOf(int row) {
        return rows[row * WIDTH + 27];
    }

    /// Whether the code is an add-on.
    public boolean isAddOn(int row) {
        return rows[row * WIDTH + 24] != 0;
    }

    /// Whether the code at a row may be reported on a date.
    public boolean activeOn(int row, LocalDate serviceDate) {
        long day = serviceDate.toEpochDay();
        return rows[row * WIDTH + 3] <= day && day <= rows[row * WIDTH + 4];
    }

    private AddOn addOn(int at) {
        return switch (rows[at + 24]) {
            case 0 -> new AddOn.No();
            case 1 -> new AddOn.ToAny();
            default -> new AddOn.To(list(at + 25));
        };
    }

    private Fact<AppendixSEntry> appendixS(int at) {
        if (rows[at + 16] == 0) {
            return Fact.unknown();
        }
        return Fact.known(
                new AppendixSEntry(
                        AppendixSClass.values()[rows[at + 14]],
                        AppendixSBasis.values()[rows[at + 15]],
                        rows[at + 16],
                        words(string(rows[at + 28]))));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
    }

    private List<Code> list(int at) {
        var codes = new ArrayList<Code>();
        for (int i = rows[at]; i < rows[at + 1]; i++) {
            codes.add(code(lists[i]));
        }
        return codes;
    }

    private String string(int number) {
        int from = stringFrom[number];
        var bytes = new byte[stringFrom[number + 1] - from];
        strings.get(from, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// The code packed into eight bytes: the system, then up to seven characters without the dot.
    static long key(Code code) {
        long key = code.system().ordinal() + 1L;
        int characters = 0;
        for (int i = 0; i < code.value().length(); i++) {
            char c = code.value().charAt(i);
            if (c != '.') {
                key = (key << 8) | c;
                characters++;
            }
        }
        return key << (8 * (7 - characters));
    }

    private static Code code(long key) {
        var system = CodeSystem.values()[(int) (key >>> 56) - 1];
        var value = new StringBuilder();
        for (int shift = 48; shift >= 0; shift -= 8) {
            char c = (char) ((key >>> shift) & 0xFF);
            if (c == 0) {
                break;
            }
            if (system == CodeSystem.ICD_10_CM && value.length() == 3) {
                value.append('.');
            }
            value.append(c);
        }
        return Code.of(system, value.toString());
    }
}
