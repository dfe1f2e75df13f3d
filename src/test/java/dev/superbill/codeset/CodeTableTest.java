package dev.superbill.codeset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.superbill.code.Code;
import dev.superbill.note.Fact;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CodeTableTest {
    private static final CodeEntry FULL =
            new CodeEntry(
                    new Code.Cpt("0001T"),
                    "made-up \u00fcbung",
                    "a group",
                    "a family",
                    LocalDate.of(1969, 12, 31),
                    LocalDate.of(9999, 12, 31),
                    List.of(new Code.Cpt("00002"), new Code.Hcpcs("X0003")),
                    List.of(new Code.Cpt("0004T")),
                    new AddOn.To(List.of(new Code.Cpt("00005"), new Code.Cpt("00006"))),
                    new FeeIndicators("C", "ZZZ", "1", "2", "3", "9", "1", "2", "00002", 1234),
                    Fact.known(new MueLimit(7, 3)),
                    Fact.known(
                            new AppendixSEntry(
                                    AppendixSClass.AUTONOMOUS,
                                    AppendixSBasis.INFERRED,
                                    2027,
                                    List.of("FIRST", "SECOND"))),
                    Interpretation.REQUIRED,
                    Side.BILATERAL,
                    "a remark",
                    Billing.HEADER,
                    Designation.SEPARATE_PROCEDURE);

    private static CodeTable table(CodeEntry... entries) {
        var builder = new CodeTableBuilder();
        for (var entry : entries) {
            builder.add(entry, 0);
        }
        return open(builder);
    }

    private static CodeTable open(CodeTableBuilder builder) {
        var file = new FlatFile.Builder();
        builder.writeTo(file);
        return CodeTable.open(FlatFile.open(ByteBuffer.wrap(file.toBytes())));
    }

    @Test
    void everyFieldOfAFullEntryComesBack() {
        assertThat(table(FULL).find(FULL.code())).contains(FULL);
    }

    @Test
    void everyFieldOfABareEntryComesBack() {
        var bare = EntryBuilder.of("A00").build();

        assertThat(table(bare).find(bare.code())).contains(bare);
    }

    @Test
    void anAppendixSEntryWithoutInputsComesBack() {
        var entry =
                EntryBuilder.of("0001T")
                        .appendixS(AppendixSClass.ASSISTIVE, AppendixSBasis.LIST)
                        .build();

        assertThat(table(entry).find(entry.code())).contains(entry);
    }

    @Test
    void everyKindOfAddOnComesBack() {
        var none = EntryBuilder.of("00001").build();
        var any = EntryBuilder.of("00002").addOn(new AddOn.ToAny()).build();
        var named = EntryBuilder.of("00003").addOnTo("00001", "00009").build();
        var table = table(none, any, named);

        assertThat(List.of(0, 1, 2))
                .extracting(table::entry)
                .extracting(CodeEntry::addOn)
                .containsExactly(none.addOn(), any.addOn(), named.addOn());
        assertThat(List.of(0, 1, 2)).extracting(table::isAddOn).containsExactly(false, true, true);
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void everySideComesBack(Side side) {
        var entry = EntryBuilder.of("A00.1").side(side).build();
        var table = table(entry);

        assertThat(table.entry(0)).isEqualTo(entry);
        assertThat(table.sideOf(0)).isEqualTo(side);
    }

    @ParameterizedTest
    @EnumSource(AppendixSClass.class)
    void everyAppendixSClassComesBack(AppendixSClass workClass) {
        for (var basis : AppendixSBasis.values()) {
            var entry = EntryBuilder.of("0001T").appendixS(workClass, basis, "FIRST").build();

            assertThat(table(entry).entry(0)).isEqualTo(entry);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "1, 1", "2, 0", "3, 999"})
    void everyMueComesBack(int adjudication, int units) {
        var entry = EntryBuilder.of("00001").mue(units, adjudication).build();

        assertThat(table(entry).entry(0).mue())
                .isEqualTo(Fact.known(new MueLimit(units, adjudication)));
    }

    @Test
    void codesOfEverySystemAndFormAreOrderedAndFound() {
        var builder = new CodeTableBuilder();
        for (var code : List.of("Z99.ZZZZ", "A00.0", "99999", "A00", "Z9999", "0001T", "A0000")) {
            builder.add(EntryBuilder.of(code).build(), 0);
        }
        var table = open(builder);

        for (int row = 0; row < table.size(); row++) {
            assertThat(table.row(table.code(row))).isEqualTo(row);
            assertThat(builder.row(table.code(row))).isEqualTo(row);
        }
        assertThat(builder.codes())
                .extracting(Code::value)
                .containsExactly("0001T", "99999", "A0000", "Z9999", "A00", "A00.0", "Z99.ZZZZ");
    }

    @Test
    void aCodeThatIsNotThereHasNoRow() {
        var table = table(FULL);

        assertThat(table.row(new Code.Cpt("00009"))).isEqualTo(CodeTable.NO_ROW);
        assertThat(table.find(new Code.Cpt("00009"))).isEmpty();
        assertThat(table.size()).isEqualTo(1);
    }

    @Test
    void siblingsShareTheNumberOfTheirGroup() {
        var table =
                table(
                        EntryBuilder.of("00001").group("a").family("x").build(),
                        EntryBuilder.of("00002").group("b").build(),
                        EntryBuilder.of("00003").group("a").build(),
                        EntryBuilder.of("00004").build());

        assertThat(table.groupOf(0)).isEqualTo(table.groupOf(2)).isNotEqualTo(table.groupOf(1));
        assertThat(table.groupOf(3)).isZero();
        assertThat(table.familyOf(0)).isEqualTo("x");
        assertThat(table.familyOf(1)).isEmpty();
    }

    @Test
    void theNumberOfNeedsIsKept() {
        var builder = new CodeTableBuilder();
        builder.add(EntryBuilder.of("00001").build(), 3);
        builder.add(EntryBuilder.of("00002").build(), 0);
        var table = open(builder);

        assertThat(Arrays.asList(table.needsOf(0), table.needsOf(1))).containsExactly(3, 0);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    2025-12-31, false
                    2026-01-01, true
                    2026-12-31, true
                    2027-01-01, false
                    """)
    void aCodeIsActiveFromItsFirstToItsLastDay(LocalDate serviceDate, boolean active) {
        var entry = EntryBuilder.of("00001").build();

        assertThat(entry.activeOn(serviceDate)).isEqualTo(active);
        assertThat(table(entry).activeOn(0, serviceDate)).isEqualTo(active);
    }

    @Test
    void twoEntriesOfACodeAreRefused() {
        var builder = new CodeTableBuilder();
        builder.add(FULL, 0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.add(FULL, 1))
                .withMessageContaining("0001T");
    }
}
