package dev.superbill.adapter.store.official;

import dev.superbill.codeset.OfficialRow;
import dev.superbill.codeset.SourceKind;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/// Geographic practice cost indices, addendum E of the fee schedule's rule.
final class GpciFormat implements SourceFormat {
    private static final Pattern YEAR =
            Pattern.compile("CY (20\\d\\d) GEOGRAPHIC PRACTICE COST INDICES");
    private static final int CONTRACTOR_LENGTH = 5;
    private static final int LOCALITY_LENGTH = 2;
    private static final int PLACES = 3;

    @Override
    public String label() {
        return "a table of geographic practice cost indices";
    }

    @Override
    public Set<SourceKind> kinds() {
        return Set.of(SourceKind.GPCI);
    }

    @Override
    public boolean recognises(Head head) {
        return header(head).isPresent();
    }

    private static Optional<Columns> header(Head head) {
        return head.header(columns -> columns.have("localitynumber", "localityname", "*pegpci*"));
    }

    @Override
    public Optional<Dated> dated(Head head) {
        var byBanner =
                YEAR.matcher(head.banner(header(head).orElseThrow().line()))
                        .results()
                        .findFirst()
                        .map(year -> Dated.year(Integer.parseInt(year.group(1))));
        var byName =
                Pattern.compile("gpci(20\\d\\d)")
                        .matcher(head.file().stem())
                        .results()
                        .findFirst()
                        .map(year -> Dated.year(Integer.parseInt(year.group(1))));
        return FileNames.agreed(byBanner, byName);
    }

    @Override
    public void read(Source source) throws IOException {
        var header = header(source.head()).orElseThrow();
        int contractor = header.require("medicareadministrativecontractor*", "mac");
        int state = header.require("state");
        int number = header.require("localitynumber");
        int name = header.require("localityname");
        // With the floor that Congress sets, where there is one beside the index without it.
        int work = floored(header).orElseGet(() -> header.require("*pwgpci*"));
        int practice = header.require("*pegpci*");
        int malpractice = header.require("*mpgpci*");
        source.eachRow(
                header,
                row -> {
                    if (row.isBlankFrom(1)) {
                        // Footnotes stand under the table, in the first column.
                        throw new SkippedRowException();
                    }
                    var mac = row.cell(contractor);
                    var locality = row.cell(number);
                    Values.count(mac);
                    Values.count(locality);
                    source.keep(
                            new OfficialRow.Locality(
                                    padded(mac, CONTRACTOR_LENGTH),
                                    row.cell(state),
                                    padded(locality, LOCALITY_LENGTH),
                                    row.cell(name).replace("*", "").strip(),
                                    Values.parts(row.cell(work), PLACES),
                                    Values.parts(row.cell(practice), PLACES),
                                    Values.parts(row.cell(malpractice), PLACES)));
                });
    }

    private static OptionalInt floored(Columns header) {
        return header.find("*pwgpciwith1*", "*pwgpciwithfloor*");
    }

    /// A number that a workbook has stripped of its leading zeros.
    private static String padded(String number, int length) {
        return "0".repeat(Math.max(0, length - number.length())) + number;
    }
}
