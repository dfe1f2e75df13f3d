package dev.superbill.adapter.store;

import dev.superbill.code.Code;
import dev.superbill.code.CodeSystem;
import dev.superbill.codeset.AppendixSEdition;
import dev.superbill.codeset.BundleBuilder;
import dev.superbill.codeset.CodeRange;
import dev.superbill.codeset.ExamPair;
import dev.superbill.codeset.FlatFile;
import dev.superbill.codeset.OfficialRow;
import dev.superbill.codeset.PatientLimit;
import dev.superbill.codeset.PayerPolicy;
import dev.superbill.codeset.ServiceGuidance;
import dev.superbill.codeset.SourceKind;
import dev.superbill.codeset.Supplement;
import dev.superbill.codeset.WholeService;
import dev.superbill.mention.Concept;
import dev.superbill.note.Fact;
import dev.superbill.note.Sex;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

/// The small tables that we write ourselves beside the code table: exclusions between diagnoses,
/// policies of payers, limits of age and sex, Appendix S, and how codes stand to each other.
final class SupplementText {
    private static final String SEX = "sex=";
    private static final String AGE = "age=";
    private static final int NO_LIMIT = 124;

    private SupplementText() {}

    /// Reads the tables of a folder and writes them.
    ///
    /// @param known whether a code is in the code table
    /// @param own what ships with the program in the form of official files
    /// @throws IllegalArgumentException with file and line where a row cannot be read
    /// @throws IOException if a file cannot be read
    static void write(
            Path folder,
            ReleaseText releases,
            Predicate<Code> known,
            BundleBuilder own,
            FlatFile.Builder flat)
            throws IOException {
        official(
                folder.resolve("excludes1.notes"),
                SourceKind.ICD_10_CM_EXCLUDES,
                SupplementText::exclusions,
                releases,
                own);
        official(
                folder.resolve("policies.txt"),
                SourceKind.PAYER_POLICY,
                SupplementText::policies,
                releases,
                own);
        var supplement = new Supplement.Builder();
        TextRows.each(folder.resolve("patients.limits"), line -> addLimit(line, supplement));
        TextRows.each(
                folder.resolve("appendix-s.editions"), line -> supplement.edition(edition(line)));
        TextRows.each(
                folder.resolve("ai-services.relations"), line -> addRelation(line, supplement));
        TextRows.each(
                folder.resolve("services.guidance"), line -> supplement.guidance(guidance(line)));
        FamilyText.write(folder.resolve("families.txt"), known, supplement);
        supplement.writeTo(flat);
    }

    private static void official(
            Path file,
            SourceKind kind,
            Function<String, List<OfficialRow>> reader,
            ReleaseText releases,
            BundleBuilder own)
            throws IOException {
        var rows = new ArrayList<OfficialRow>();
        TextRows.each(file, line -> rows.addAll(reader.apply(line)));
        if (rows.isEmpty()) {
            return;
        }
        var edition = releases.edition(kind);
        own.source(edition, releases.source(kind), "");
        rows.forEach(row -> own.add(edition, row));
    }

    /// `E11 | E08 E09 A00-A09`: what is never coded with the first, whatever is below included.
    private static List<OfficialRow> exclusions(String line) {
        var fields = TextRows.fields(line, 2);
        var code = new Code.Icd10(fields.getFirst());
        return Arrays.stream(fields.get(1).split(" +", -1))
                .<OfficialRow>map(other -> {
                    var ends = other.split("-", 2);
                    var from = new Code.Icd10(ends[0]);
                    var to = new Code.Icd10(ends[ends.length - 1]);
                    if (from.compareTo(to) > 0) {
                        throw new IllegalArgumentException(other + " is no range of codes");
                    }
                    return new OfficialRow.Excludes1(code, from, to);
                })
                .toList();
    }

    private static List<OfficialRow> policies(String line) {
        var fields = TextRows.fields(line, 7);
        return List.of(
                new OfficialRow.Policy(
                        new PayerPolicy(
                                fields.get(0),
                                Arrays.asList(fields.get(1).split(" +", -1)),
                                PayerPolicy.Stance.valueOf(fields.get(2).toUpperCase(Locale.ROOT)),
                                Arrays.stream(fields.get(6).split(";", -1))
                                        .map(String::strip)
                                        .toList(),
                                fields.get(5),
                                LocalDate.parse(fields.get(3)),
                                LocalDate.parse(fields.get(4)))));
    }

    /// `ICD-10-CM O00-O9A | sex=female | age=9..64 | why`; sex or age may be left out, not both.
    private static void addLimit(String line, Supplement.Builder supplement) {
        var fields = new ArrayList<>(Arrays.asList(line.split(" \\| ", -1)));
        if (fields.size() < 3) {
            throw new IllegalArgumentException("a limit has codes, a sex or an age, and a reason");
        }
        var sex = Fact.<Sex>unknown();
        int youngest = 0;
        int oldest = PatientLimit.NO_AGE;
        for (var field : fields.subList(1, fields.size() - 1)) {
            if (field.startsWith(SEX)) {
                sex =
                        Fact.known(
                                Sex.valueOf(
                                        field.substring(SEX.length()).toUpperCase(Locale.ROOT)));
            } else if (field.startsWith(AGE)) {
                var ages = field.substring(AGE.length()).split("\\.\\.", 2);
                youngest = Integer.parseInt(ages[0]);
                oldest = Integer.parseInt(ages[ages.length - 1]);
            } else {
                throw new IllegalArgumentException("'" + field + "' is no limit");
            }
        }
        supplement.limit(
                range(fields.getFirst()),
                new PatientLimit(
                        sex,
                        youngest,
                        oldest == NO_LIMIT ? PatientLimit.NO_AGE : oldest,
                        fields.getLast().strip()));
    }

    private static CodeRange range(String field) {
        var words = field.split(" +", 2);
        var system =
                CodeSystem.labelled(words[0])
                        .orElseThrow(() ->
                                new IllegalArgumentException("'" + words[0] + "' is no system"));
        var ends = words[words.length - 1].split("-", 2);
        return new CodeRange(Code.of(system, ends[0]), Code.of(system, ends[ends.length - 1]));
    }

    private static AppendixSEdition edition(String line) {
        var fields = TextRows.fields(line, 7);
        return new AppendixSEdition(
                Integer.parseInt(fields.get(0)),
                LocalDate.parse(fields.get(1)),
                LocalDate.parse(fields.get(2)),
                fields.get(3),
                fields.get(4),
                fields.get(5),
                fields.get(6));
    }

    private static void addRelation(String line, Supplement.Builder supplement) {
        var words = line.split(" +", 2);
        switch (words[0]) {
            case "PAIR" -> {
                var fields = TextRows.fields(words[1], 5);
                supplement.pair(
                        new ExamPair(
                                CodeRange.of(fields.get(0)).from(),
                                CodeRange.of(fields.get(1)).from(),
                                CodeRange.list(fields.get(2)),
                                Arrays.stream(fields.get(3).split(" +", -1))
                                        .map(name -> Concept.valueOf(name).name())
                                        .toList(),
                                fields.get(4)));
            }
            case "WHOLE" -> {
                var fields = TextRows.fields(words[1], 3);
                supplement.whole(
                        new WholeService(
                                codes(fields.get(0)), codes(fields.get(1)), fields.get(2)));
            }
            default -> throw new IllegalArgumentException("'" + words[0] + "' is no relation");
        }
    }

    private static List<Code> codes(String values) {
        return CodeRange.list(values).stream().map(CodeRange::from).toList();
    }

    private static ServiceGuidance guidance(String line) {
        var fields = TextRows.fields(line, 6);
        return new ServiceGuidance(
                Concept.valueOf(fields.get(0)).name(),
                LocalDate.parse(fields.get(1)),
                LocalDate.parse(fields.get(2)),
                fields.get(3),
                fields.get(4),
                fields.get(5));
    }
}
