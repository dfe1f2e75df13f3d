package dev.superbill.adapter.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {
    private static String written(Object value) {
        return new String(Json.write(value), StandardCharsets.UTF_8);
    }

    @Test
    void surrogatePairsAreWrittenAsTheyAre() {
        assertThat(written(List.of("🫀"))).isEqualTo("[\"🫀\"]");
    }

    @Test
    void loneSurrogatesAreEscaped() {
        assertThat(written(List.of("a\ud800b🫀\udc00"))).isEqualTo("[\"a\\ud800b🫀\\udc00\"]");
    }

    @Test
    void whatIsEscapedReadsBackTheSame() throws Exception {
        var odd = "\udc00\ud83d \u0000\u001b\u2028\"\\";

        assertThat(Json.read(written(odd), String.class)).isEqualTo(odd);
    }

    @Test
    void aByteOrderMarkIsDropped() throws CharacterCodingException {
        assertThat(Json.decode("\uFEFF{}".getBytes(StandardCharsets.UTF_8))).isEqualTo("{}");
    }

    @Test
    void otherEncodingsAreNotGuessed() {
        assertThatExceptionOfType(CharacterCodingException.class)
                .isThrownBy(() -> Json.decode(new byte[] {'"', (byte) 0xE9, '"'}));
    }

    @Test
    void anEncodedSurrogateIsNotUtf8() {
        assertThatExceptionOfType(CharacterCodingException.class)
                .isThrownBy(() -> Json.decode(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}));
    }
}
