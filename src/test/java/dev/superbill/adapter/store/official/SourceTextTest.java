package dev.superbill.adapter.store.official;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTextTest {
    private static SourceText text(byte[] bytes) {
        return new SourceText(new ByteArrayInputStream(bytes));
    }

    private static List<String> lines(SourceText text) throws IOException {
        var lines = new ArrayList<String>();
        for (var line = text.nextLine(); line.isPresent(); line = text.nextLine()) {
            lines.add(line.get());
        }
        return lines;
    }

    @ParameterizedTest
    @ValueSource(strings = {"Patient’s café\nx\n", "\uFEFFPatient’s café\r\nx\r\n"})
    void textIsReadAsUtf8WithAMarkOrWithout(String content) throws IOException {
        var text = text(content.getBytes(StandardCharsets.UTF_8));

        assertThat(lines(text)).containsExactly("Patient’s café", "x");
        assertThat(text.isCut()).isFalse();
    }

    @Test
    void aLineThatIsNoUtf8IsWindowsLatin1() throws IOException {
        var bytes = "Patient's caf\u00E9 \u00AE\nPatient’s\n".getBytes(StandardCharsets.ISO_8859_1);
        bytes[7] = (byte) 0x92;

        assertThat(lines(text(bytes))).containsExactly("Patient’s café ®", "Patient?s");
    }

    @Test
    void aLastLineWithoutAnEndIsCut() throws IOException {
        var text = text("a\nb".getBytes(StandardCharsets.UTF_8));

        assertThat(lines(text)).containsExactly("a", "b");
        assertThat(text.isCut()).isTrue();
    }

    @Test
    void theMarkThatOldSystemsEndFilesWithIsNoLine() throws IOException {
        var text = text("a\r\n\u001A".getBytes(StandardCharsets.UTF_8));

        assertThat(lines(text)).containsExactly("a");
        assertThat(text.isCut()).isFalse();
    }

    @Test
    void linesMayBeLongerThanTheBuffer() throws IOException {
        var line = "x".repeat(200_000);

        assertThat(lines(text(("a\n" + line + "\nb\n").getBytes(StandardCharsets.UTF_8))))
                .containsExactly("a", line, "b");
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        var text = text(new byte[] {'a', '\n', 'b', 0, '\n'});

        assertThatExceptionOfType(RefusedFileException.class)
                .isThrownBy(() -> lines(text))
                .satisfies(e -> assertThat(e.line()).isEqualTo(2));
    }
}
