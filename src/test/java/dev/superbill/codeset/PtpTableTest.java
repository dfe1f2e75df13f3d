package dev.superbill.codeset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.superbill.code.CodeSystem;
import dev.superbill.mention.CodeBook;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PtpTableTest {
    private static final LocalDate FROM = LocalDate.of(2026, 4, 1);
    private static final LocalDate UNTIL = LocalDate.of(2026, 7, 1);

    @Test
    void aPairIsFoundByItsColumnsOnly() {
        var pair = new PtpPair(1, FROM, UNTIL);
        var builder = new PtpTable.Builder();
        builder.add(3, 1, pair);
        builder.add(0, 2, new PtpPair(0, FROM, UNTIL));
        var file = new FlatFile.Builder();
        builder.writeTo(file);
        var table = PtpTable.open(FlatFile.open(ByteBuffer.wrap(file.toBytes())));

        assertThat(table.size()).isEqualTo(2);
        assertThat(table.find(3, 1)).contains(pair);
        assertThat(table.find(1, 3)).isEmpty();
        assertThat(table.find(0, 1)).isEmpty();
    }

    @Test
    void aPairListedTwiceIsRefused() {
        var builder = new PtpTable.Builder();
        builder.add(3, 1, new PtpPair(1, FROM, UNTIL));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.add(3, 1, new PtpPair(0, FROM, UNTIL)));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    0, 2026-03-31, false
                    0, 2026-04-01, true
                    0, 2026-06-30, true
                    0, 2026-07-01, false
                    1, 2026-04-01, true
                    9, 2026-04-01, false
                    """)
    void anEditAppliesFromItsEffectiveDateToTheDayBeforeItsDeletion(
            int indicator, LocalDate serviceDate, boolean applies) {
        assertThat(new PtpPair(indicator, FROM, UNTIL).appliesOn(serviceDate)).isEqualTo(applies);
    }

    @Test
    void codeSetsFindTheEditInForce() {
        var book =
                new CodeBook()
                        .edit("00001", "00002", new PtpPair(1, FROM, UNTIL))
                        .compile()
                        .codeSets();
        var first = EntryBuilder.code("00001");
        var second = EntryBuilder.code("00002");

        assertThat(book.ptp(first, second, FROM)).isPresent();
        assertThat(book.ptp(first, second, UNTIL)).isEmpty();
        assertThat(book.ptp(second, first, FROM)).isEmpty();
        assertThat(book.ptp(EntryBuilder.code("00003"), second, FROM)).isEmpty();
    }

    @Test
    void codeSetsChooseEditionAndEntryByTheServiceDate() {
        var book = new CodeBook().release("CPT").says("00001", "widget").compile().codeSets();
        var code = EntryBuilder.code("00001");
        var within = LocalDate.of(2026, 12, 31);
        var after = LocalDate.of(2027, 1, 1);

        assertThat(book.release(CodeSystem.CPT, within)).isPresent();
        assertThat(book.release(CodeSystem.CPT, after)).isEmpty();
        assertThat(book.release(CodeSystem.HCPCS, within)).isEmpty();
        assertThat(book.on(within)).hasSize(1);
        assertThat(book.on(after)).isEmpty();
        assertThat(book.find(code, within)).isPresent();
        assertThat(book.find(code, after)).isEmpty();
        assertThat(book.find(code)).isPresent();
    }
}
