package dev.superbill.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.superbill.adapter.wire.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Every note of the suite has a planted word. Here is what the unit tests printed and logged: it
/// is not there.
class QuietLogsIT {
    private static final Path REPORTS = Path.of("target", "surefire-reports");

    @Test
    void noTestPrintedAWordOfItsNotes() throws IOException {
        assumeThat(REPORTS).isDirectory();
        try (var files = Files.walk(Path.of("target"), 2)) {
            var printed =
                    files.filter(file ->
                                    file.toString().endsWith("-output.txt")
                                            || file.toString().endsWith(".log"))
                            .toList();
            assertThat(printed).isNotEmpty();
            assertThat(printed)
                    .allSatisfy(file ->
                            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                                    .doesNotContain(Sample.PLANTED));
        }
    }
}
