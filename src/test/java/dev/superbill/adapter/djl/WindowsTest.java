package dev.superbill.adapter.djl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowsTest {
    @ParameterizedTest
    @CsvSource({"0, 1, 2", "1, 1, 3", "3, 1, 5", "4, 1, 6", "5, 2, 6", "8, 2, 6", "9, 3, 6"})
    void everyPieceIsInExactlyOneRow(int pieces, int count, int length) {
        var ids = IntStream.range(10, 10 + pieces).toArray();
        var windows = Windows.of(ids, 4);
        assertThat(windows.count()).isEqualTo(count);
        assertThat(windows.length()).isEqualTo(length);
        assertThat(Arrays.stream(windows.ids()).filter(id -> id >= 10).mapToInt(id -> (int) id))
                .containsExactly(Arrays.stream(ids).boxed().toArray(Integer[]::new));
    }

    @Test
    void theLastRowIsFilledUp() {
        assertThat(Windows.of(new int[] {10, 11, 12}, 2).ids())
                .containsExactly(2, 10, 11, 3, 2, 12, 3, 0);
    }
}
