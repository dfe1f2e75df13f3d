package dev.superbill.codeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TokenTableTest {
    private static final TokenTable TABLE =
            table(List.of("ab", "abc", "abd", "knee", "kneel", "zoë"));

    private static TokenTable table(List<String> tokens) {
        var file = new FlatFile.Builder();
        TokenTable.write(file, "t", tokens);
        return TokenTable.open(FlatFile.open(ByteBuffer.wrap(file.toBytes())), "t");
    }

    @ParameterizedTest
    @CsvSource({"ab, 0", "abd, 2", "kneel, 4", "zoë, 5", "a, -1", "abe, -1", "zz, -1", "'', -1"})
    void tokensAreFound(String token, int number) {
        assertThat(TABLE.find(token)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "ab, 0, 3",
        "abc, 1, 2",
        "k, 3, 5",
        "kneels, 5, 5",
        "zo, 5, 6",
        "'', 0, 6",
        "a, 0, 3"
    })
    void tokensOfAPrefixStandTogether(String prefix, int first, int after) {
        assertThat(TABLE.first(prefix)).isEqualTo(first);
        assertThat(TABLE.after(prefix)).isEqualTo(after);
    }

    @Test
    void noTokensHaveNone() {
        assertThat(TokenTable.empty().find("a")).isNegative();
        assertThat(TokenTable.empty().after("a")).isZero();
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsNearIsWhatCountingSays(int seed) {
        var random = new Random(seed);
        var tokens = new TreeSet<String>();
        for (int i = 0; i < 300; i++) {
            tokens.add(word(random));
        }
        var table = table(List.copyOf(tokens));
        var word = word(random);
        int most = 1 + random.nextInt(2);
        var found = new TreeMap<String, Integer>();
        table.near(word, most, (number, distance) -> found.put(table.get(number), distance));

        var wanted = new TreeMap<String, Integer>();
        for (var token : tokens) {
            int distance = distance(word, token);
            if (distance <= most) {
                wanted.put(token, distance);
            }
        }
        assertThat(found).isEqualTo(wanted);
    }

    private static String word(Random random) {
        var word = new StringBuilder();
        for (int length = 2 + random.nextInt(7); length > 0; length--) {
            word.append((char) ('a' + random.nextInt(3)));
        }
        return word.toString();
    }

    /// The plain table of optimal string alignment.
    private static int distance(String one, String other) {
        var rows = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    rows[i][j] = i + j;
                    continue;
                }
                int cost = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                rows[i][j] =
                        Math.min(
                                rows[i - 1][j - 1] + cost,
                                Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
                }
            }
        }
        return rows[one.length()][other.length()];
    }
}
