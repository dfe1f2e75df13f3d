package dev.superbill.codeset;

import dev.superbill.adapter.store.EmbeddedKnowledge;
import dev.superbill.code.Code;
import dev.superbill.code.CodeSystem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Searches of one to five words over our own table and the ICD-10-CM order file, together over
/// 100,000 codes. `-Dsuperbill.order-file=FILE` names the order file; without it as many codes are
/// made up of our own descriptions.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 7, time = 10)
@Measurement(iterations = 6, time = 10)
@Fork(1)
public class SearchBenchmark {
    private static final int MADE_UP = 100_000;
    private static final int QUERIES = 2_000;
    private static final LocalDate DATE = LocalDate.of(2026, 6, 15);
    private static final SourceEdition EDITION =
            new SourceEdition(
                    SourceKind.ICD_10_CM,
                    "FY2026",
                    LocalDate.of(2025, 10, 1),
                    LocalDate.of(2026, 9, 30));

    /// What is asked.
    public enum Asked {
        /// One to five words of a description, one in five with a letter wrong.
        MIX,
        ONE_WORD,
        FIVE_WORDS,
        MISSPELT,
        BEGINNING_OF_A_CODE
    }

    /// What is asked.
    @Param public Asked asked = Asked.MIX;

    private final List<String> queries = new ArrayList<>();
    private Path file = Path.of("");
    private CodeSearch search = new CodeSearch(EmbeddedKnowledge.load().codeSets());
    private int next;

    /// Compiles a bundle, maps it and writes the queries.
    @Setup
    public void open() throws IOException {
        var builder = new BundleBuilder();
        builder.source(EDITION, "order file", "");
        rows().forEach(row -> builder.add(EDITION, row));
        file = Files.createTempFile("search", ".bundle");
        Files.write(file, builder.build().toBytes());
        try (var channel = FileChannel.open(file)) {
            var bundle = Bundle.open(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
            var own = search.codeSets();
            search = new CodeSearch(own.with(own.official().with(List.of(bundle))));
        }
        var random = new Random(1);
        var table = search.codeSets().table();
        var official = rows();
        for (int i = 0; i < QUERIES; i++) {
            boolean fromTable = random.nextInt(4) == 0;
            var row = official.get(random.nextInt(official.size()));
            var entry = table.entry(random.nextInt(table.size()));
            queries.add(
                    query(
                            fromTable ? entry.description() : row.longText(),
                            fromTable ? entry.code() : row.code(),
                            random));
        }
    }

    private String query(String description, Code code, Random random) {
        var words =
                new ArrayList<>(
                        SearchWords.words(description).stream()
                                .filter(word -> !SearchWords.ignored(word))
                                .toList());
        int wanted =
                switch (asked) {
                    case ONE_WORD, MISSPELT -> 1;
                    case FIVE_WORDS -> 5;
                    case MIX -> 1 + random.nextInt(5);
                    case BEGINNING_OF_A_CODE -> 0;
                };
        if (wanted == 0) {
            return code.value().substring(0, Math.min(4, code.value().length()));
        }
        while (words.size() > wanted) {
            words.remove(random.nextInt(words.size()));
        }
        if (asked == Asked.MISSPELT || (asked == Asked.MIX && random.nextInt(5) == 0)) {
            int at = random.nextInt(words.size());
            words.set(at, misspelt(words.get(at), random));
        }
        return String.join(" ", words);
    }

    private static String misspelt(String word, Random random) {
        int at = random.nextInt(word.length());
        return word.substring(0, at) + word.substring(at + 1) + (char) ('a' + random.nextInt(26));
    }

    private List<OfficialRow.Icd10> rows() throws IOException {
        var given = System.getProperty("superbill.order-file", "");
        return given.isEmpty() ? madeUp() : official(Path.of(given));
    }

    /// The rows whose codes begin with a letter and a digit.
    private static List<OfficialRow.Icd10> official(Path given) throws IOException {
        var rows = new ArrayList<OfficialRow.Icd10>();
        for (var line : Files.readAllLines(given)) {
            var bare = line.substring(6, 13).strip();
            if (!Character.isDigit(bare.charAt(1))) {
                continue;
            }
            var code = bare.length() > 3 ? bare.substring(0, 3) + "." + bare.substring(3) : bare;
            rows.add(
                    new OfficialRow.Icd10(
                            new Code.Icd10(code),
                            line.charAt(14) == '1' ? Billing.BILLABLE : Billing.HEADER,
                            line.substring(16, 76).strip(),
                            line.substring(77).strip()));
        }
        return rows;
    }

    private List<OfficialRow.Icd10> madeUp() {
        var table = search.codeSets().table();
        var random = new Random(2);
        var rows = new ArrayList<OfficialRow.Icd10>();
        for (int i = 0; i < MADE_UP; i++) {
            var text =
                    table.entry(random.nextInt(table.size())).description()
                            + ", "
                            + table.entry(random.nextInt(table.size())).description();
            var code =
                    String.format(
                            Locale.ROOT,
                            "%c%02d.%03d",
                            (char) ('A' + i / 10_000),
                            i / 100 % 100,
                            i % 100);
            rows.add(new OfficialRow.Icd10(new Code.Icd10(code), Billing.BILLABLE, "", text));
        }
        return rows;
    }

    /// One query, its first twenty codes told of.
    @Benchmark
    public CodeSearch.Page search() {
        next = (next + 1) % queries.size();
        return search.search(
                new CodeSearch.Wanted(
                        queries.get(next), EnumSet.allOf(CodeSystem.class), DATE, 0, 20));
    }

    /// Removes the bundle.
    @TearDown
    public void remove() throws IOException {
        Files.deleteIfExists(file);
    }
}
