package dev.superbill.codeset;

import dev.superbill.code.Code;
import dev.superbill.code.CodeSystem;
import dev.superbill.note.Fact;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The codes, each at a place (row) of flat arrays ordered by system and value. Entries are made
/// when they are asked for.
public final class CodeTable {
    /// How many numbers a row has.
    static final int WIDTH = 35;

    /// The row of a code that is not in the table.
    public static final int NO_ROW = -1;

    private final LongBuffer keys;
    private final IntBuffer rows;
    private final LongBuffer lists;
    private final Texts strings;
    private final Optional<SearchIndex> index;
    private final Abbreviations abbreviations;

    private CodeTable(FlatFile file) {
        keys = file.longView("code.keys");
        rows = file.intView("code.rows");
        lists = file.longView("code.lists");
        strings = Texts.open(file, "code.string");
        index = SearchIndex.open(file, SearchIndex.OWN, keys);
        abbreviations = Abbreviations.open(file);
    }

    /// Opens the code table of a flat file.
    ///
    /// @throws IllegalArgumentException if the file holds no code table
    public static CodeTable open(FlatFile file) {
        return new CodeTable(file);
    }

    /// What finds its codes by words, where the file holds it.
    Optional<SearchIndex> index() {
        return index;
    }

    /// What words stand for in every search.
    Abbreviations abbreviations() {
        return abbreviations;
    }

    /// How many codes the table holds.
    public int size() {
        return keys.limit();
    }

    /// The row of a code, or [#NO_ROW].
    public int row(Code code) {
        return Keys.find(keys, Keys.of(code));
    }

    /// The code at a row.
    public Code code(int row) {
        return Keys.code(keys.get(row));
    }

    /// The system of the code at a row.
    public CodeSystem systemOf(int row) {
        return Keys.system(keys.get(row));
    }

    /// The codes that a diagnosis heads, in order; none where it is in the table itself.
    ///
    /// @param most how many are wanted
    public List<Code> below(Code header, int most) {
        if (header.system() != CodeSystem.ICD_10_CM || row(header) != NO_ROW) {
            return List.of();
        }
        long key = Keys.of(header);
        long last = Keys.lastBelow(key);
        var found = new ArrayList<Code>();
        for (int row = Keys.lowerBound(keys, key);
                row < keys.limit() && keys.get(row) <= last && found.size() < most;
                row++) {
            found.add(code(row));
        }
        return found;
    }

    /// Whether the code at a row stands for work done by software.
    public boolean isAnalysis(int row) {
        return rows.get(row * WIDTH + 16) != 0;
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
                string(rows.get(at)),
                string(rows.get(at + 1)),
                string(rows.get(at + 2)),
                LocalDate.ofEpochDay(rows.get(at + 3)),
                LocalDate.ofEpochDay(rows.get(at + 4)),
                list(at + 20),
                list(at + 22),
                addOn(at),
                new FeeIndicators(
                        string(rows.get(at + 5)),
                        string(rows.get(at + 6)),
                        string(rows.get(at + 7)),
                        string(rows.get(at + 8)),
                        string(rows.get(at + 9)),
                        string(rows.get(at + 10)),
                        string(rows.get(at + 30)),
                        string(rows.get(at + 31)),
                        string(rows.get(at + 32)),
                        rows.get(at + 11)),
                rows.get(at + 13) == 0
                        ? Fact.unknown()
                        : Fact.known(new MueLimit(rows.get(at + 12), rows.get(at + 13))),
                appendixS(at),
                Interpretation.values()[rows.get(at + 17)],
                Side.values()[rows.get(at + 18)],
                string(rows.get(at + 19)),
                Billing.values()[rows.get(at + 33)],
                Designation.values()[rows.get(at + 34)]);
    }

    /// The words for the code at a row.
    public String descriptionOf(int row) {
        return string(rows.get(row * WIDTH));
    }

    /// Whether the code at a row is an add-on, and to what.
    public AddOn addOnOf(int row) {
        return addOn(row * WIDTH);
    }

    /// The number of the code's sibling family: equal for codes that a coder chooses between, 0 for
    /// a code without one.
    public int groupOf(int row) {
        return rows.get(row * WIDTH + 1);
    }

    /// The code's service family.
    public String familyOf(int row) {
        return string(rows.get(row * WIDTH + 2));
    }

    /// The side that the code itself names.
    public Side sideOf(int row) {
        return Side.values()[rows.get(row * WIDTH + 18)];
    }

    /// Whether a code that names one side also serves, with its sibling, for both sides, since no
    /// code names both.
    public boolean servesBothSides(int row) {
        return rows.get(row * WIDTH + 29) != 0;
    }

    /// How many `needs` lines the code has, each of which some expression must meet.
    public int needsOf(int row) {
        return rows.get(row * WIDTH + 27);
    }

    /// Whether the code is an add-on.
    public boolean isAddOn(int row) {
        return rows.get(row * WIDTH + 24) != 0;
    }

    /// Whether the code at a row may be reported on a date.
    public boolean activeOn(int row, LocalDate serviceDate) {
        long day = serviceDate.toEpochDay();
        return rows.get(row * WIDTH + 3) <= day && day <= rows.get(row * WIDTH + 4);
    }

    private AddOn addOn(int at) {
        return switch (rows.get(at + 24)) {
            case 0 -> new AddOn.No();
            case 1 -> new AddOn.ToAny();
            case 2 -> new AddOn.To(list(at + 25));
            default -> new AddOn.ToThese(list(at + 25));
        };
    }

    private Fact<AppendixSEntry> appendixS(int at) {
        if (rows.get(at + 16) == 0) {
            return Fact.unknown();
        }
        return Fact.known(
                new AppendixSEntry(
                        AppendixSClass.values()[rows.get(at + 14)],
                        AppendixSBasis.values()[rows.get(at + 15)],
                        rows.get(at + 16),
                        words(string(rows.get(at + 28)))));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
    }

    private List<Code> list(int at) {
        var codes = new ArrayList<Code>();
        for (int i = rows.get(at); i < rows.get(at + 1); i++) {
            codes.add(Keys.code(lists.get(i)));
        }
        return codes;
    }

    private String string(int number) {
        return strings.get(number);
    }
}
