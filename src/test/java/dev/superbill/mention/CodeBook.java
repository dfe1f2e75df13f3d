package dev.superbill.mention;

import dev.superbill.code.Code;
import dev.superbill.codeset.Bundle;
import dev.superbill.codeset.BundleBuilder;
import dev.superbill.codeset.CodeEntry;
import dev.superbill.codeset.CodeSetRelease;
import dev.superbill.codeset.CodeSets;
import dev.superbill.codeset.CodeTable;
import dev.superbill.codeset.CodeTableBuilder;
import dev.superbill.codeset.EntryBuilder;
import dev.superbill.codeset.FlatFile;
import dev.superbill.codeset.OfficialFiles;
import dev.superbill.codeset.OfficialRow;
import dev.superbill.codeset.PtpPair;
import dev.superbill.codeset.SourceEdition;
import dev.superbill.codeset.SourceKind;
import dev.superbill.codeset.Supplement;
import dev.superbill.note.Note;
import dev.superbill.section.Sectionizer;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// A small code table of made-up codes with the words that name them, compiled as the build
/// compiles the real one.
public final class CodeBook {
    private static final SourceEdition PAIRS =
            new SourceEdition(
                    SourceKind.PTP_PRACTITIONER,
                    "2026",
                    LocalDate.of(2026, 1, 1),
                    LocalDate.of(2026, 12, 31));

    private final Map<Code, CodeEntry> entries = new TreeMap<>();
    private final Map<Code, Integer> needs = new TreeMap<>();
    private final Map<Code, Integer> unless = new TreeMap<>();
    private final List<Consumer<CodeTableBuilder>> expressions = new ArrayList<>();
    private final LexiconBuilder lexicon = new LexiconBuilder();
    private final Map<List<Code>, PtpPair> edits = new LinkedHashMap<>();
    private final Map<List<Code>, String> rationales = new LinkedHashMap<>();
    private final List<Consumer<BundleBuilder>> official = new ArrayList<>();
    private final List<CodeSetRelease> releases = new ArrayList<>();
    private final Supplement.Builder supplement = new Supplement.Builder();
    private final Map<SourceEdition, List<OfficialRow>> shipped = new LinkedHashMap<>();

    /// Adds who codes are for, and how they stand to each other.
    public CodeBook supplement(Consumer<Supplement.Builder> addition) {
        addition.accept(supplement);
        return this;
    }

    /// Adds rows of an official file that ship with the book.
    public CodeBook ships(SourceEdition edition, OfficialRow... rows) {
        shipped.computeIfAbsent(edition, _ -> new ArrayList<>()).addAll(List.of(rows));
        return this;
    }

    /// Adds a code.
    public CodeBook entry(EntryBuilder entry) {
        var built = entry.build();
        entries.put(built.code(), built);
        return this;
    }

    /// Adds triggers, and the code itself where it has no entry yet.
    public CodeBook says(String code, String... texts) {
        var owner = owner(code);
        for (var text : texts) {
            expressions.add(table -> lexicon.expression(table.row(owner), Role.SAYS, 0, -1, text));
        }
        return this;
    }

    /// Adds one `needs` line.
    public CodeBook needs(String code, String... texts) {
        var owner = owner(code);
        int group = needs.merge(owner, 1, Integer::sum) - 1;
        for (var text : texts) {
            expressions.add(
                    table -> lexicon.expression(table.row(owner), Role.NEEDS, group, -1, text));
        }
        return this;
    }

    /// Adds one `unless` line that names a sibling.
    public CodeBook unless(String code, String sibling, String... texts) {
        var owner = owner(code);
        var target = owner(sibling);
        int group = unless.merge(owner, 1, Integer::sum) - 1;
        for (var text : texts) {
            expressions.add(table ->
                    lexicon.expression(
                            table.row(owner), Role.UNLESS, group, table.row(target), text));
        }
        return this;
    }

    /// Adds one `unless` line that names nobody.
    public CodeBook excludes(String code, String... texts) {
        var owner = owner(code);
        int group = unless.merge(owner, 1, Integer::sum) - 1;
        for (var text : texts) {
            expressions.add(
                    table -> lexicon.expression(table.row(owner), Role.UNLESS, group, -1, text));
        }
        return this;
    }

    /// Adds words that show a concept.
    public CodeBook concept(Concept concept, String... texts) {
        for (var text : texts) {
            lexicon.concept(concept, text);
        }
        return this;
    }

    /// Adds words that change assertions.
    public CodeBook cue(Cue cue, String... phrases) {
        for (var phrase : phrases) {
            lexicon.cue(cue, phrase);
        }
        return this;
    }

    /// Adds an NCCI pair, in force from the start of 2026.
    public CodeBook edit(String column1, String column2, int indicator) {
        return edit(
                column1,
                column2,
                new PtpPair(indicator, LocalDate.of(2026, 1, 1), LocalDate.of(9999, 12, 31)));
    }

    /// Adds an NCCI pair.
    public CodeBook edit(String column1, String column2, PtpPair pair) {
        edits.put(List.of(owner(column1), owner(column2)), pair);
        return this;
    }

    /// Adds an NCCI pair with CMS's reason.
    public CodeBook edit(String column1, String column2, int indicator, String rationale) {
        rationales.put(List.of(owner(column1), owner(column2)), rationale);
        return edit(column1, column2, indicator);
    }

    /// Adds a row of an official file whose edition covers 2026, and ships with the table.
    public CodeBook official(SourceKind kind, OfficialRow row) {
        official.add(own -> own.add(edition(kind), row));
        return this;
    }

    /// The edition of a kind that the book's official rows stand in.
    public static SourceEdition edition(SourceKind kind) {
        return new SourceEdition(kind, "2026", PAIRS.from(), PAIRS.to());
    }

    /// Adds an edition that covers 2026.
    public CodeBook release(String name) {
        releases.add(
                new CodeSetRelease(
                        name,
                        "2026",
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 12, 31),
                        "made up",
                        0,
                        ""));
        return this;
    }

    /// Compiles it. A book is compiled once.
    public Compiled compile() {
        var table = new CodeTableBuilder();
        entries.values().forEach(entry -> table.add(entry, needs.getOrDefault(entry.code(), 0)));
        expressions.forEach(expression -> expression.accept(table));
        var own = new BundleBuilder();
        edits.forEach((codes, pair) ->
                own.add(
                        PAIRS,
                        new OfficialRow.Ptp(
                                codes.getFirst(),
                                codes.getLast(),
                                pair,
                                rationales.getOrDefault(codes, "made up"))));
        official.forEach(row -> row.accept(own));
        if (releases.removeIf(release -> release.name().equals(CodeSets.NCCI))) {
            own.source(PAIRS, "made up", "");
        }
        shipped.forEach((edition, rows) -> rows.forEach(row -> own.add(edition, row)));
        var file = new FlatFile.Builder();
        table.writeTo(file);
        lexicon.writeTo(file);
        own.writeTo(file);
        supplement.writeTo(file);
        var flat = FlatFile.open(ByteBuffer.wrap(file.toBytes()));
        return new Compiled(
                new CodeSets(
                        CodeTable.open(flat),
                        releases,
                        OfficialFiles.of(Bundle.open(flat)),
                        Supplement.open(flat)),
                Lexicon.open(flat));
    }

    private Code owner(String value) {
        var code = EntryBuilder.code(value);
        entries.computeIfAbsent(code, _ -> EntryBuilder.of(value).build());
        return code;
    }

    /// What comes of compiling.
    public record Compiled(CodeSets codeSets, Lexicon lexicon) {
        /// Reads a note.
        public NoteMentions read(String text) {
            var note = new Note("", text);
            return new MentionFinder(lexicon).find(note, new Sectionizer().split(note));
        }

        /// What the table says of a code; of one that it does not hold, nothing but the code.
        public CodeEntry entry(String code) {
            var known = EntryBuilder.code(code);
            return codeSets.table()
                    .find(known)
                    .orElseGet(() ->
                            CodeEntry.known(known, "", CodeEntry.ALWAYS_FROM, CodeEntry.ALWAYS_TO));
        }

        /// The same book where an operator loaded rows of an official file.
        public Compiled loads(SourceEdition edition, OfficialRow... rows) {
            var bundle = new BundleBuilder();
            bundle.source(edition, "made up", "");
            for (var row : rows) {
                bundle.add(edition, row);
            }
            var opened = Bundle.open(ByteBuffer.wrap(bundle.build().toBytes()));
            var all = new ArrayList<>(codeSets.official().loaded());
            all.add(opened);
            return new Compiled(codeSets.with(codeSets.official().with(all)), lexicon);
        }

        /// The code's row.
        public int row(String code) {
            return codeSets.table().row(EntryBuilder.code(code));
        }

        /// The codes whose triggers stand in a note, whatever their assertion.
        public List<String> triggered(String text) {
            return read(text).matches().stream()
                    .filter(match -> match.role() == Role.SAYS)
                    .map(match -> codeSets.table().code(match.owner()).value())
                    .distinct()
                    .toList();
        }

        /// Every place where a code's triggers stand, in order of expression and note.
        public List<Occurrence> places(String code, String text) {
            return read(text).matches().stream()
                    .filter(match -> match.role() == Role.SAYS && match.owner() == row(code))
                    .flatMap(match -> match.clauses().getFirst().stream())
                    .toList();
        }
    }
}
