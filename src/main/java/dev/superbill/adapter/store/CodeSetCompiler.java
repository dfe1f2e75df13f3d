package dev.superbill.adapter.store;

import dev.superbill.code.Code;
import dev.superbill.code.CodeSystem;
import dev.superbill.codeset.AddOn;
import dev.superbill.codeset.AppendixSBasis;
import dev.superbill.codeset.AppendixSClass;
import dev.superbill.codeset.AppendixSEntry;
import dev.superbill.codeset.Billing;
import dev.superbill.codeset.BundleBuilder;
import dev.superbill.codeset.CodeEntry;
import dev.superbill.codeset.CodeTable;
import dev.superbill.codeset.CodeTableBuilder;
import dev.superbill.codeset.Designation;
import dev.superbill.codeset.FeeIndicators;
import dev.superbill.codeset.FlatFile;
import dev.superbill.codeset.Interpretation;
import dev.superbill.codeset.MueLimit;
import dev.superbill.codeset.OfficialRow;
import dev.superbill.codeset.PtpPair;
import dev.superbill.codeset.SearchIndex;
import dev.superbill.codeset.Side;
import dev.superbill.codeset.SourceKind;
import dev.superbill.mention.Concept;
import dev.superbill.mention.Cue;
import dev.superbill.mention.LexiconBuilder;
import dev.superbill.mention.Role;
import dev.superbill.note.Fact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// Compiles the code-table files and the models fitted on them into one flat file. Runs in the
/// build.
///
/// Any line that cannot be read fails the build with its file and number.
public final class CodeSetCompiler {
    private static final String SOFTWARE = "software-named";

    private final BundleBuilder own = new BundleBuilder();
    private final Set<List<Code>> edits = new HashSet<>();
    private final CodeTableBuilder table = new CodeTableBuilder();
    private final LexiconBuilder lexicon = new LexiconBuilder();
    private final SearchIndex.Builder index = new SearchIndex.Builder();
    private final List<CodeBlock> codes = new ArrayList<>();
    private final Map<Code, List<Code>> predecessors = new HashMap<>();
    private final List<String> expressionNames = new ArrayList<>();

    /// Starts without any code.
    CodeSetCompiler() {}

    /// Compiles: the folder of code sets, the folder of models, the file to write, and the file for
    /// the list of expressions by number, which training reads.
    ///
    /// @throws IOException if a file cannot be read or written
    public static void main(String[] args) throws IOException {
        var compiler = new CodeSetCompiler();
        var flat = compiler.compile(Path.of(args[0]), Path.of(args[1]));
        write(Path.of(args[2]), flat);
        write(Path.of(args[2] + ".sha256"), Checksum.of(flat).getBytes(StandardCharsets.US_ASCII));
        write(
                Path.of(args[3]),
                String.join("\n", compiler.expressionNames).getBytes(StandardCharsets.UTF_8));
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, content);
    }

    /// The flat file of a folder of code sets and of the models fitted on them.
    ///
    /// @throws IllegalArgumentException with file and line where a line cannot be read
    /// @throws IOException if a file cannot be read
    byte[] compile(Path codeSets, Path models) throws IOException {
        for (var file : filesBelow(codeSets, ".codes")) {
            addBlocks(CodeTableText.read(file));
        }
        addEntries();
        addExpressions();
        TextRows.each(codeSets.resolve("software.txt"), this::addSoftware);
        var flat = new FlatFile.Builder();
        table.writeTo(flat);
        lexicon.writeTo(flat);
        index.writeTo(flat, SearchIndex.OWN);
        AbbreviationText.write(codeSets, flat);
        var releases = ReleaseText.read(codeSets.resolve("releases.txt"));
        addEdits(codeSets.resolve("ncci-ptp.edits"), releases);
        SupplementText.write(
                codeSets, releases, code -> table.row(code) != CodeTable.NO_ROW, own, flat);
        own.writeTo(flat);
        releases.write(table, flat);
        ConfidenceText.write(models.resolve("candidate-confidence"), expressionNames, flat);
        VisitText.write(models.resolve("visit-family"), flat);
        return flat.toBytes();
    }

    private static List<Path> filesBelow(Path folder, String ending) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    private void addBlocks(List<CodeBlock> blocks) {
        for (var block : blocks) {
            switch (block.kind()) {
                case "CUE" -> addCue(block);
                case "CONCEPT" -> addConcept(block);
                default -> codes.add(block);
            }
        }
    }

    private void addCue(CodeBlock block) {
        var cue = constant(Cue.class, block.name(), block::wrong);
        for (var says : block.all("says")) {
            for (var phrase : alternatives(says)) {
                reading(says, () -> lexicon.cue(cue, phrase));
            }
        }
    }

    private void addConcept(CodeBlock block) {
        var concept = constant(Concept.class, block.name(), block::wrong);
        for (var says : block.all("says")) {
            for (var expression : alternatives(says)) {
                reading(says, () -> lexicon.concept(concept, expression));
                expressionNames.add(block.name() + "\t" + expression);
            }
        }
    }

    /// Names that the concepts have already are not added again.
    private void addSoftware(String line) {
        var fields = TextRows.fields(line, 3);
        for (var name : fields.get(1).split(";", -1)) {
            var expression = SOFTWARE + "\t" + name.strip();
            if (!expressionNames.contains(expression)) {
                lexicon.concept(Concept.SOFTWARE_NAMED, name.strip());
                expressionNames.add(expression);
            }
        }
    }

    private void addEntries() {
        for (var block : codes) {
            for (var successor : block.all("successor")) {
                for (var value : successor.value().split(" +", -1)) {
                    predecessors
                            .computeIfAbsent(
                                    codeLike(value, block, successor), _ -> new ArrayList<>())
                            .add(code(block));
                }
            }
        }
        for (var block : codes) {
            var entry = entry(block);
            try {
                table.add(entry, block.all("needs").size());
            } catch (IllegalArgumentException e) {
                throw located(block.wrong(String.valueOf(e.getMessage())), e);
            }
        }
    }

    private CodeEntry entry(CodeBlock block) {
        var code = code(block);
        var fees = fees(block);
        return new CodeEntry(
                code,
                block.description(),
                block.value("group", ""),
                block.value("family", ""),
                date(block, "from", CodeEntry.ALWAYS_FROM),
                date(block, "to", CodeEntry.ALWAYS_TO),
                codeList(block, "successor"),
                predecessors.getOrDefault(code, List.of()),
                addOn(block),
                reading(block, "fees", fees::indicators),
                reading(block, "fees", fees::mue),
                appendixS(block),
                block.value("report", "").equals("required")
                        ? Interpretation.REQUIRED
                        : Interpretation.NOT_REQUIRED,
                side(block),
                block.value("note", ""),
                Billing.BILLABLE,
                designation(block));
    }

    private static FeeLine fees(CodeBlock block) {
        return reading(block, "fees", () -> new FeeLine(block.value("fees", "")));
    }

    private static AddOn addOn(CodeBlock block) {
        var value = block.value("addon", "");
        if (value.isEmpty()) {
            return new AddOn.No();
        }
        return value.equals("any") ? new AddOn.ToAny() : new AddOn.To(codeList(block, "addon"));
    }

    private static Designation designation(CodeBlock block) {
        return switch (block.value("designation", "")) {
            case "" -> Designation.NONE;
            case "separate" -> Designation.SEPARATE_PROCEDURE;
            default -> throw block.wrong("designation", "a designation is separate");
        };
    }

    private static Side side(CodeBlock block) {
        return switch (block.value("side", "")) {
            case "" -> Side.NOT_SIDED;
            case "none" -> Side.UNSPECIFIED;
            case "left" -> Side.LEFT;
            case "right" -> Side.RIGHT;
            case "bilateral" -> Side.BILATERAL;
            default -> throw block.wrong("side", "a side is left, right, bilateral or none");
        };
    }

    private static Fact<AppendixSEntry> appendixS(CodeBlock block) {
        var value = block.value("class", "");
        if (value.isEmpty()) {
            return Fact.unknown();
        }
        var words = value.split(" +", -1);
        if (words.length != 2) {
            throw block.wrong("class", "a class has a class and a basis");
        }
        var inputs = Arrays.asList(block.value("input", "").split(" +", -1));
        for (var input : inputs) {
            if (!input.isEmpty()) {
                constant(Concept.class, input, why -> block.wrong("input", why));
            }
        }
        return Fact.known(
                new AppendixSEntry(
                        constant(AppendixSClass.class, words[0], why -> block.wrong("class", why)),
                        constant(AppendixSBasis.class, words[1], why -> block.wrong("class", why)),
                        2022,
                        inputs));
    }

    private void addExpressions() {
        for (var block : codes) {
            int row = table.row(code(block));
            index.add(row, block.description(), Billing.BILLABLE);
            index.family(row, block.value("group", ""));
            index.family(row, block.value("family", ""));
            for (var says : block.all("says")) {
                for (var text : alternatives(says)) {
                    if (text.contains("+") || text.contains("&")) {
                        index.loose(row, text);
                    } else {
                        index.phrase(row, text);
                    }
                    add(block, says, row, Role.SAYS, 0, -1, text);
                }
            }
            for (int group = 0; group < block.all("needs").size(); group++) {
                var needs = block.all("needs").get(group);
                for (var text : alternatives(needs)) {
                    add(block, needs, row, Role.NEEDS, group, -1, text);
                }
            }
            for (int group = 0; group < block.all("unless").size(); group++) {
                var unless = block.all("unless").get(group);
                var parts = unless.value().split("->", 2);
                int target =
                        parts.length == 2
                                ? table.row(codeLike(parts[1].strip(), block, unless))
                                : CodeTable.NO_ROW;
                for (var text :
                        alternatives(
                                new CodeBlock.Attribute(parts[0], unless.file(), unless.line()))) {
                    add(block, unless, row, Role.UNLESS, group, target, text);
                }
            }
        }
    }

    private void add(
            CodeBlock block,
            CodeBlock.Attribute at,
            int row,
            Role role,
            int group,
            int target,
            String text) {
        reading(at, () -> lexicon.expression(row, role, group, target, text));
        expressionNames.add(block.name() + "\t" + text);
    }

    private void addEdits(Path file, ReleaseText releases) throws IOException {
        var edition = releases.edition(SourceKind.PTP_PRACTITIONER);
        own.source(edition, releases.source(SourceKind.PTP_PRACTITIONER), "");
        int number = 0;
        for (var line : Files.readAllLines(file)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            try {
                own.add(edition, edit(line.split(" +", 6)));
            } catch (IllegalArgumentException
                    | IndexOutOfBoundsException
                    | DateTimeParseException e) {
                throw new IllegalArgumentException(
                        file + ":" + number + ": not an edit: " + e.getMessage(), e);
            }
        }
    }

    private OfficialRow.Ptp edit(String... fields) {
        var column1 = codeLike(fields[0]);
        var column2 = codeLike(fields[1]);
        if (table.row(column1) == CodeTable.NO_ROW || table.row(column2) == CodeTable.NO_ROW) {
            throw new IllegalArgumentException("a code of the pair is not in the code table");
        }
        if (!edits.add(List.of(column1, column2))) {
            throw new IllegalArgumentException("the pair is listed twice");
        }
        var until = fields[4].equals("*") ? CodeEntry.ALWAYS_TO : LocalDate.parse(fields[4]);
        return new OfficialRow.Ptp(
                column1,
                column2,
                new PtpPair(Integer.parseInt(fields[2]), LocalDate.parse(fields[3]), until),
                fields.length > 5 ? fields[5] : "");
    }

    private static void reading(CodeBlock.Attribute at, Runnable step) {
        try {
            step.run();
        } catch (IllegalArgumentException e) {
            throw located(at.wrong(String.valueOf(e.getMessage())), e);
        }
    }

    private static <T> T reading(CodeBlock block, String key, Supplier<T> step) {
        try {
            return step.get();
        } catch (IllegalArgumentException e) {
            throw located(block.wrong(key, String.valueOf(e.getMessage())), e);
        }
    }

    private static IllegalArgumentException located(
            IllegalArgumentException located, Throwable cause) {
        located.initCause(cause);
        return located;
    }

    private static List<String> alternatives(CodeBlock.Attribute attribute) {
        return Arrays.stream(attribute.value().split(";", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static LocalDate date(CodeBlock block, String key, LocalDate otherwise) {
        var value = block.value(key, "");
        try {
            return value.isEmpty() ? otherwise : LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw located(block.wrong(key, "'" + value + "' is no date"), e);
        }
    }

    private static List<Code> codeList(CodeBlock block, String key) {
        var values = block.all(key);
        if (values.isEmpty()) {
            return List.of();
        }
        var last = values.getLast();
        return Arrays.stream(last.value().split(" +", -1))
                .map(code -> codeLike(code, block, last))
                .toList();
    }

    private static Code code(CodeBlock block) {
        try {
            return Code.of(CodeSystem.labelled(block.kind()).orElseThrow(), block.name());
        } catch (IllegalArgumentException e) {
            throw located(block.wrong(String.valueOf(e.getMessage())), e);
        }
    }

    private static Code codeLike(String value, CodeBlock block, CodeBlock.Attribute at) {
        try {
            return block.kind().equals(CodeSystem.ICD_10_CM.label())
                    ? new Code.Icd10(value)
                    : codeLike(value);
        } catch (IllegalArgumentException e) {
            throw located(at.wrong("'" + value + "' is no code"), e);
        }
    }

    private static Code codeLike(String value) {
        return !value.isEmpty() && Character.isLetter(value.charAt(0))
                ? new Code.Hcpcs(value)
                : new Code.Cpt(value);
    }

    private static <E extends Enum<E>> E constant(
            Class<E> type, String name, Function<String, IllegalArgumentException> wrong) {
        var wanted = name.toUpperCase(Locale.ROOT).replace('-', '_');
        Optional<E> found =
                Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name().equals(wanted))
                        .findFirst();
        return found.orElseThrow(() -> wrong.apply("'" + name + "' is no " + type.getSimpleName()));
    }

    /// The fee schedule's line of a block: `fees status=A global=090 pctc=0 ... work=1047 mue=1/2`.
    private static final class FeeLine {
        private final Map<String, String> fields = new HashMap<>();

        FeeLine(String value) {
            if (!value.isEmpty()) {
                for (var field : value.split(" +", -1)) {
                    var parts = field.split("=", 2);
                    if (parts.length < 2) {
                        throw new IllegalArgumentException("'" + field + "' has no value");
                    }
                    fields.put(parts[0], parts[1]);
                }
            }
        }

        FeeIndicators indicators() {
            return new FeeIndicators(
                    field("status"),
                    field("global"),
                    field("pctc"),
                    field("multiple"),
                    field("bilateral"),
                    field("assistant"),
                    field("cosurgeons"),
                    field("team"),
                    field("base"),
                    field("work").isEmpty() ? 0 : Integer.parseInt(field("work")));
        }

        Fact<MueLimit> mue() {
            if (field("mue").isEmpty()) {
                return Fact.unknown();
            }
            var parts = field("mue").split("/", -1);
            if (parts.length != 2) {
                throw new IllegalArgumentException("an MUE is written units/MAI");
            }
            return Fact.known(new MueLimit(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])));
        }

        private String field(String name) {
            return fields.getOrDefault(name, "");
        }
    }
}
