package dev.superbill.adapter.store.official;

import dev.superbill.codeset.MueLimit;
import dev.superbill.codeset.OfficialRow;
import dev.superbill.codeset.SourceKind;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Medically unlikely edits: CMS's table under its banner, or a plain list of the same.
///
/// Source: the header names the services; the indicator begins with its number, as in `2 Date of
/// Service Edit: Policy`.
final class MueFormat implements SourceFormat {
    private static final String NOT_PUBLISHED = "N/A";

    @Override
    public String label() {
        return "a table of MUE values";
    }

    @Override
    public Set<SourceKind> kinds() {
        return Set.of(SourceKind.MUE_PRACTITIONER, SourceKind.MUE_OUTPATIENT, SourceKind.MUE_DME);
    }

    @Override
    public boolean recognises(Head head) {
        return header(head).isPresent();
    }

    private static Optional<Columns> header(Head head) {
        return head.header(columns ->
                columns.have("*muevalues", "mueadjudicationindicator")
                        || columns.have("mueunits", "muemai"));
    }

    @Override
    public Optional<SourceKind> kindWithin(Head head) {
        var header = header(head).orElseThrow();
        if (header.find("practitioner*").isPresent()) {
            return Optional.of(SourceKind.MUE_PRACTITIONER);
        }
        if (header.find("outpatient*", "facilityoutpatient*").isPresent()) {
            return Optional.of(SourceKind.MUE_OUTPATIENT);
        }
        if (header.find("dme*").isPresent()) {
            return Optional.of(SourceKind.MUE_DME);
        }
        return kindOfFirstRow(head, header);
    }

    private static Optional<SourceKind> kindOfFirstRow(Head head, Columns header) {
        var column = header.find("mueservice");
        if (column.isEmpty()) {
            return Optional.empty();
        }
        return head.rows().stream()
                .filter(row -> row.line() > header.line())
                .findFirst()
                .map(row -> row.cell(column.getAsInt()).toLowerCase(Locale.ROOT))
                .map(service ->
                        switch (service) {
                            case "practitioner" -> SourceKind.MUE_PRACTITIONER;
                            case "outpatient hospital", "outpatient" -> SourceKind.MUE_OUTPATIENT;
                            case "dme supplier", "dme" -> SourceKind.MUE_DME;
                            default ->
                                    throw new RefusedFileException(
                                            header.line() + 1,
                                            BadRowException.quoted(service)
                                                    + " is no kind of service");
                        });
    }

    @Override
    public Optional<Dated> dated(Head head) {
        return FileNames.effectiveQuarter(head.file());
    }

    @Override
    public void read(Source source) throws IOException {
        var header = header(source.head()).orElseThrow();
        int code = header.require("hcpcscptcode", "hcpcscode");
        int units = header.require("*muevalues", "mueunits");
        int indicator = header.require("mueadjudicationindicator", "muemai");
        int rationale = header.require("muerationale");
        var service = header.find("mueservice");
        var values = source.values();
        source.eachRow(
                header,
                row -> {
                    var procedure = values.procedure(row.cell(code));
                    var said = row.cell(indicator);
                    if (said.isEmpty() || (said.length() > 1 && said.charAt(1) != ' ')) {
                        throw BadRowException.of(said, "is no MUE adjudication indicator");
                    }
                    if (service.isPresent() && !isOf(source.kind(), row.cell(service.getAsInt()))) {
                        throw BadRowException.of(
                                row.cell(service.getAsInt()), "is another kind of service");
                    }
                    if (row.cell(rationale).isEmpty()) {
                        throw new BadRowException("the rationale is missing");
                    }
                    if (!row.cell(units).equals(NOT_PUBLISHED)) {
                        source.keep(
                                new OfficialRow.Mue(
                                        procedure,
                                        new MueLimit(
                                                Values.count(row.cell(units)),
                                                Values.count(said.substring(0, 1))),
                                        values.text(row.cell(rationale))));
                    }
                });
    }

    private static boolean isOf(SourceKind kind, String service) {
        var begin =
                switch (kind) {
                    case MUE_PRACTITIONER -> "practitioner";
                    case MUE_OUTPATIENT -> "outpatient";
                    default -> "dme";
                };
        return service.toLowerCase(Locale.ROOT).startsWith(begin);
    }
}
