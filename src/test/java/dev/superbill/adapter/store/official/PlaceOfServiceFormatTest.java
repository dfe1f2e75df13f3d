package dev.superbill.adapter.store.official;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.codeset.CodeEntry;
import dev.superbill.codeset.OfficialRow.Place;
import dev.superbill.codeset.OfficialRow.Place.Setting;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceOfServiceFormatTest {
    private static final String HEADER = "pos_code,pos_type,pos_name,pos_description\n";

    @TempDir Path folder;
    private Desk desk = new Desk(Path.of(""));

    @BeforeEach
    void empty() {
        desk = new Desk(folder);
    }

    @Test
    void placesAreReadAndUnassignedNumbersAreNot() throws IOException {
        desk.read(
                desk.write(
                        "pos_codes.csv",
                        HEADER
                                + "10,Facility,Telehealth in Patient’s Home,\"At home, by video.\"\n"
                                + "11,Non-Facility,Office,An office.\n"
                                + "98,Unassigned,Unassigned,Unassigned\n"));

        assertThat(desk.rows())
                .containsExactly(
                        new Place("10", Setting.FACILITY, "Telehealth in Patient’s Home"),
                        new Place("11", Setting.NON_FACILITY, "Office"));
        assertThat(desk.edition().to()).isEqualTo(CodeEntry.ALWAYS_TO);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    1,Facility,Pharmacy,x;     "1" is no place of service
                    XX,Facility,Pharmacy,x;    "XX" is no place of service
                    01,Somewhere,Pharmacy,x;   "Somewhere" is no setting
                    01,Facility;               the row has 2 columns, the header has 4
                    """)
    void aBadRowIsToldByItsLine(String row, String what) throws IOException {
        var file = desk.write("pos_codes.csv", HEADER + "11,Facility,Office,x\n" + row + "\n");

        assertThat(desk.flaws(file)).isEqualTo("pos_codes.csv:3: " + what);
    }
}
