package dev.superbill.codeset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatFileTest {
    private static final byte[] WORDS = "words".getBytes(StandardCharsets.UTF_8);

    private static FlatFile.Builder builder() {
        return new FlatFile.Builder()
                .longs("longs", Long.MIN_VALUE, -1, 0, Long.MAX_VALUE)
                .ints("ints", Integer.MIN_VALUE, 7, Integer.MAX_VALUE)
                .doubles("doubles", -0.5, Double.MIN_VALUE, Double.NaN)
                .bytes("bytes", WORDS)
                .ints("empty");
    }

    private static FlatFile open(byte[] bytes) {
        return FlatFile.open(ByteBuffer.wrap(bytes));
    }

    @Test
    void everyArrayComesBackAsItWentIn() {
        var file = open(builder().toBytes());
        var bytes = new byte[WORDS.length];
        file.bytes("bytes").get(bytes);

        assertThat(file.longs("longs")).containsExactly(Long.MIN_VALUE, -1, 0, Long.MAX_VALUE);
        assertThat(file.ints("ints")).containsExactly(Integer.MIN_VALUE, 7, Integer.MAX_VALUE);
        assertThat(file.doubles("doubles")).containsExactly(-0.5, Double.MIN_VALUE, Double.NaN);
        assertThat(file.ints("empty")).isEmpty();
        assertThat(bytes).isEqualTo(WORDS);
    }

    @Test
    void withoutSomeArraysTheOthersStay() {
        var whole = open(builder().toBytes());
        var file = whole.without("ints");
        var bytes = new byte[WORDS.length];
        file.bytes("bytes").get(bytes);

        assertThat(file.has("ints")).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> file.ints("ints"));
        assertThat(file.longs("longs")).containsExactly(Long.MIN_VALUE, -1, 0, Long.MAX_VALUE);
        assertThat(file.doubles("doubles")).containsExactly(-0.5, Double.MIN_VALUE, Double.NaN);
        assertThat(file.ints("empty")).isEmpty();
        assertThat(bytes).isEqualTo(WORDS);
        assertThat(file.checksum()).isEqualTo(whole.checksum());
        assertThatIllegalArgumentException().isThrownBy(file::verify);
    }

    @Test
    void theSameArraysGiveTheSameBytesInAnyOrder() {
        var other =
                new FlatFile.Builder()
                        .ints("empty")
                        .bytes("bytes", WORDS)
                        .doubles("doubles", -0.5, Double.MIN_VALUE, Double.NaN)
                        .ints("ints", Integer.MIN_VALUE, 7, Integer.MAX_VALUE)
                        .longs("longs", Long.MIN_VALUE, -1, 0, Long.MAX_VALUE);

        assertThat(other.toBytes()).isEqualTo(builder().toBytes());
    }

    @Test
    void writingGivesTheWholeBlock() throws IOException {
        var out = new ByteArrayOutputStream();

        builder().writeTo(out);

        assertThat(out.toByteArray()).isEqualTo(builder().toBytes());
    }

    @Test
    void aBlockMayStandInsideABuffer() {
        var bytes = builder().toBytes();
        var inside = ByteBuffer.allocate(bytes.length + 3).put(3, bytes).position(3);

        assertThat(FlatFile.open(inside).ints("ints")).hasSize(3);
        assertThat(inside.position()).isEqualTo(3);
    }

    @Test
    void anArrayIsACopy() {
        var file = open(builder().toBytes());

        file.ints("ints")[1] = 8;

        assertThat(file.ints("ints")[1]).isEqualTo(7);
    }

    @Test
    void anArrayOfAnotherNameOrWidthIsRefused() {
        var file = open(builder().toBytes());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> file.ints("none"))
                .withMessageContaining("none");
        assertThatIllegalArgumentException().isThrownBy(() -> file.longs("ints"));
        assertThatIllegalArgumentException().isThrownBy(() -> file.ints("bytes"));
    }

    @Test
    void twoArraysOfOneNameAreRefused() {
        var builder = builder();

        assertThatIllegalArgumentException().isThrownBy(() -> builder.longs("ints", 1));
    }

    @Test
    void aFileOfAnotherFormatIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> open(new byte[64]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open("no flat file at all".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aFileThatIsCutAnywhereIsRefused() {
        var bytes = new FlatFile.Builder().ints("first", 1, 2).longs("second", 3, 4).toBytes();
        for (int length = 0; length < bytes.length; length++) {
            var cut = Arrays.copyOf(bytes, length);

            assertThatIllegalArgumentException().isThrownBy(() -> open(cut));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 15, 19})
    void aCountLengthOrOffsetOutOfBoundsIsRefused(int at) {
        for (int damage : new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE, -1}) {
            var bytes = new FlatFile.Builder().ints("first", 1, 2).toBytes();
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(at, damage);

            assertThatIllegalArgumentException().isThrownBy(() -> open(bytes).ints("first"));
        }
    }
}
