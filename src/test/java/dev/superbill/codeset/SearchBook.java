package dev.superbill.codeset;

import dev.superbill.code.Code;
import dev.superbill.code.CodeSystem;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes searches over made-up codes: those of a table whose editions cover 2026, and those of
/// bundles.
final class SearchBook {
    static final LocalDate DATE = LocalDate.of(2026, 6, 15);

    private final CodeTableBuilder table = new CodeTableBuilder();
    private final Map<Code, String> descriptions = new HashMap<>();
    private final Map<Code, List<String>> phrases = new HashMap<>();
    private final Map<Code, String> families = new HashMap<>();
    private final Abbreviations.Builder abbreviations = new Abbreviations.Builder();
    private final List<Bundle> bundles = new ArrayList<>();

    SearchBook code(String code, String description, String... means) {
        return code(
                CodeEntry.known(
                        EntryBuilder.code(code),
                        description,
                        CodeEntry.ALWAYS_FROM,
                        CodeEntry.ALWAYS_TO),
                means);
    }

    SearchBook code(CodeEntry entry, String... means) {
        table.add(entry, 0);
        descriptions.put(entry.code(), entry.description());
        phrases.put(entry.code(), List.of(means));
        return this;
    }

    SearchBook family(String code, String name) {
        families.put(EntryBuilder.code(code), name);
        return this;
    }

    SearchBook abbreviation(String shortForm, String... longForms) {
        abbreviations.add(shortForm, List.of(longForms));
        return this;
    }

    /// A bundle with one edition.
    SearchBook bundle(SourceKind kind, String from, String to, OfficialRow... rows) {
        var edition =
                new SourceEdition(
                        kind, from.substring(0, 4), LocalDate.parse(from), LocalDate.parse(to));
        var builder = new BundleBuilder();
        builder.source(edition, "made up", "");
        for (var row : rows) {
            builder.add(edition, row);
        }
        bundles.add(Bundle.open(ByteBuffer.wrap(builder.build().toBytes())));
        return this;
    }

    static OfficialRow diagnosis(String code, Billing billing, String longText) {
        return new OfficialRow.Icd10(new Code.Icd10(code), billing, longText, longText);
    }

    /// The bytes of the table. A book is compiled once.
    byte[] bytes() {
        var file = new FlatFile.Builder();
        table.writeTo(file);
        var index = new SearchIndex.Builder();
        for (var code : table.codes()) {
            int row = table.row(code);
            index.add(row, descriptions.getOrDefault(code, ""), Billing.BILLABLE);
            index.family(row, families.getOrDefault(code, ""));
            phrases.getOrDefault(code, List.of()).forEach(phrase -> index.phrase(row, phrase));
        }
        index.writeTo(file, SearchIndex.OWN);
        abbreviations.writeTo(file);
        new BundleBuilder().writeTo(file);
        new Supplement.Builder().writeTo(file);
        return file.toBytes();
    }

    Shelf open() {
        var flat = FlatFile.open(ByteBuffer.wrap(bytes()));
        var releases = new ArrayList<CodeSetRelease>();
        for (var system : CodeSystem.values()) {
            releases.add(
                    new CodeSetRelease(
                            system.label(),
                            "2026",
                            LocalDate.of(2026, 1, 1),
                            LocalDate.of(2026, 12, 31),
                            "made up",
                            0,
                            ""));
        }
        return new Shelf(
                new CodeSearch(
                        new CodeSets(
                                CodeTable.open(flat),
                                releases,
                                OfficialFiles.of(Bundle.open(flat)).with(bundles),
                                Supplement.open(flat))));
    }

    /// A search that is asked in few words.
    record Shelf(CodeSearch search) {
        List<String> codes(String query) {
            return codes(query, EnumSet.allOf(CodeSystem.class), DATE);
        }

        List<String> codes(String query, Set<CodeSystem> systems, LocalDate date) {
            return search
                    .search(new CodeSearch.Wanted(query, systems, date, 0, 100))
                    .hits()
                    .stream()
                    .map(hit -> hit.entry().code().value())
                    .toList();
        }

        List<CodeSearch.Hit> hits(String query) {
            return page(query, 0, 100).hits();
        }

        CodeSearch.Page page(String query, int from, int limit) {
            return search.search(
                    new CodeSearch.Wanted(
                            query, EnumSet.allOf(CodeSystem.class), DATE, from, limit));
        }

        double score(String query, String code) {
            return hits(query).stream()
                    .filter(hit -> hit.entry().code().value().equals(code))
                    .mapToDouble(CodeSearch.Hit::score)
                    .findFirst()
                    .orElse(0);
        }
    }
}
