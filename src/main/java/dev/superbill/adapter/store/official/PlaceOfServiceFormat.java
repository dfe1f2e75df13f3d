package dev.superbill.adapter.store.official;

import dev.superbill.codeset.OfficialRow;
import dev.superbill.codeset.OfficialRow.Place.Setting;
import dev.superbill.codeset.SourceKind;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/// Places of service as a list of number, setting and name. Numbers that nothing is assigned to are
/// not kept.
final class PlaceOfServiceFormat implements SourceFormat {
    @Override
    public String label() {
        return "a list of places of service";
    }

    @Override
    public Set<SourceKind> kinds() {
        return Set.of(SourceKind.PLACE_OF_SERVICE);
    }

    @Override
    public boolean recognises(Head head) {
        return header(head).isPresent();
    }

    private static Optional<Columns> header(Head head) {
        return head.header(columns -> columns.have("poscode", "postype", "posname"));
    }

    @Override
    public Optional<Dated> dated(Head head) {
        return Optional.of(Dated.undated());
    }

    @Override
    public void read(Source source) throws IOException {
        var header = header(source.head()).orElseThrow();
        int number = header.require("poscode");
        int type = header.require("postype");
        int name = header.require("posname");
        source.eachRow(
                header,
                row -> {
                    var value = row.cell(number);
                    if (value.length() != 2 || !Values.isDigits(value, 0, 2)) {
                        throw BadRowException.of(value, "is no place of service");
                    }
                    var said = row.cell(type);
                    if (!said.equals("Unassigned")) {
                        source.keep(new OfficialRow.Place(value, setting(said), row.cell(name)));
                    }
                });
    }

    private static Setting setting(String said) {
        return switch (said) {
            case "Facility" -> Setting.FACILITY;
            case "Non-Facility" -> Setting.NON_FACILITY;
            default -> throw BadRowException.of(said, "is no setting");
        };
    }
}
