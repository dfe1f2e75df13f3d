package dev.superbill.adapter.store.official;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.codeset.CodeEntry;
import dev.superbill.codeset.OfficialRow.Policy;
import dev.superbill.codeset.PayerPolicy;
import dev.superbill.codeset.PayerPolicy.Stance;
import dev.superbill.codeset.SourceEdition;
import dev.superbill.codeset.SourceKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayerPolicyFormatTest {
    private static final String FILE =
            """
            # What Example Health pays.
            payer: example-health
            source: Example Health medical policy 12, 3 March 2026
            from: 2026-01-01
            to: 2026-12-31
            policies:
              - codes: [00100, 0075T, "9921*"]
                stance: prior_authorization
                documentation:
                  - failed conservative care
                  - "imaging: before and after"
              - codes:
                  - 92229
                stance: not_covered
                source: bulletin 7
                from: 2026-07-01
            """;

    @TempDir Path folder;
    private Desk desk = new Desk(Path.of(""));

    @BeforeEach
    void empty() {
        desk = new Desk(folder);
    }

    @Test
    void policiesInheritWhatTheFileSays() throws IOException {
        desk.read(desk.write("example-health.yaml", FILE));

        var last = LocalDate.of(2026, 12, 31);
        assertThat(desk.rows())
                .containsExactly(
                        new Policy(
                                new PayerPolicy(
                                        "example-health",
                                        List.of("00100", "0075T", "9921*"),
                                        Stance.PRIOR_AUTHORIZATION,
                                        List.of(
                                                "failed conservative care",
                                                "imaging: before and after"),
                                        "Example Health medical policy 12, 3 March 2026",
                                        LocalDate.of(2026, 1, 1),
                                        last)),
                        new Policy(
                                new PayerPolicy(
                                        "example-health",
                                        List.of("92229"),
                                        Stance.NOT_COVERED,
                                        List.of(),
                                        "bulletin 7",
                                        LocalDate.of(2026, 7, 1),
                                        last)));
        assertThat(desk.edition())
                .isEqualTo(
                        new SourceEdition(
                                SourceKind.PAYER_POLICY,
                                "example-health 2026-01-01",
                                LocalDate.of(2026, 1, 1),
                                last));
    }

    @Test
    void aPolicyOfEveryPayerMayHaveNoEnd() throws IOException {
        desk.read(
                desk.write(
                        "all.yml",
                        FILE.replace("example-health", "\"*\"").replace("to: 2026-12-31\n", "")));

        assertThat(desk.edition().edition()).isEqualTo("* 2026-01-01");
        assertThat(desk.edition().to()).isEqualTo(CodeEntry.ALWAYS_TO);
        assertThat(desk.rows())
                .first()
                .extracting(row -> ((Policy) row).policy().payer())
                .isEqualTo("*");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            textBlock =
                    """
                    0075T              | 75T             | :7: "75T" is no code and no beginning of codes
                    "9921*"            | "*"             | :7: "*" is no code and no beginning of codes
                    prior_authorization | maybe          | :7: "maybe" is no stance; they are covered, prior_authorization, investigational, not_covered
                    stance: not_covered | colour: red    | :12: "colour" is nothing that a policy says
                    stance: not_covered | stance: [a, b]   | :12: "stance" is missing, or no single value
                    codes: [           | codes: x # [    | :7: "codes" is a list
                    from: 2026-07-01   | from: 1 July    | :12: "1 July" is no date such as 2026-01-01
                    from: 2026-07-01   | from: 2027-07-01 | :12: the policy ends before it begins
                    example-health     | Example Health  | :2: a payer's name is one word in lower case, or "*"
                    to: 2026-12-31     | until: never    | :5: "until" is nothing that a file says
                    from: 2026-01-01   | from: January   | : "from" and "to" are dates such as 2026-01-01
                    from: 2026-01-01   | payer: other    | : it does not say which dates it serves; say so with PATH@FROM..TO
                    """)
    void whatIsWrongIsToldByItsLine(String good, String bad, String what) throws IOException {
        var file = desk.write("p.yaml", FILE.replaceFirst(Pattern.quote(good), bad));

        assertThat(desk.flaws(file)).startsWith("p.yaml" + what);
    }

    @Test
    void aFileThatIsCutIsRefused() throws IOException {
        var file = desk.write("p.yaml", FILE.substring(0, FILE.indexOf("0075T")));

        assertThat(desk.flaws(file)).startsWith("p.yaml:7: it is no YAML");
    }

    @Test
    void aNameThatIsSaidTwiceIsRefused() throws IOException {
        var file = desk.write("p.yaml", FILE + "payer: other\n");

        assertThat(desk.flaws(file)).isEqualTo("p.yaml:17: \"payer\" is said twice");
    }
}
