package dev.superbill.rule.coverage;

import static dev.superbill.rule.Claims.chosen;
import static dev.superbill.rule.Claims.draft;
import static dev.superbill.rule.Claims.lines;
import static dev.superbill.rule.Claims.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.codeset.OfficialRow;
import dev.superbill.codeset.PayerPolicy;
import dev.superbill.codeset.PayerPolicy.Stance;
import dev.superbill.codeset.SourceEdition;
import dev.superbill.codeset.SourceKind;
import dev.superbill.mention.CodeBook;
import dev.superbill.note.EncounterBuilder;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayerPolicyEditTest {
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate TO = LocalDate.of(2026, 12, 31);
    private static final SourceEdition EDITION =
            new SourceEdition(SourceKind.PAYER_POLICY, "made up", FROM, TO);
    private static final CodeBook.Compiled SHIPPED =
            new CodeBook()
                    .says("00001", "widget")
                    .ships(
                            EDITION,
                            policy("*", "0*T", Stance.INVESTIGATIONAL, "a source"),
                            policy("*", "07*", Stance.PRIOR_AUTHORIZATION, "a source"),
                            policy("medicare", "00001", Stance.COVERED, "a source"),
                            policy("medicare", "00002", Stance.NOT_COVERED, "a source"))
                    .compile();
    private static final CodeBook.Compiled LOADED =
            SHIPPED.loads(
                    EDITION,
                    policy("acme", "0001T", Stance.NOT_COVERED, "Acme policy 1"),
                    policy("acme", "0002T", Stance.COVERED, "Acme policy 2"),
                    policy("acme", "0003T", Stance.NOT_COVERED, "hearsay, unconfirmed"),
                    policy("*", "0004T", Stance.NOT_COVERED, "a source"));

    private static OfficialRow policy(String payer, String codes, Stance stance, String source) {
        return new OfficialRow.Policy(
                new PayerPolicy(
                        payer,
                        List.of(codes),
                        stance,
                        List.of("gadget report"),
                        source,
                        FROM,
                        LocalDate.of(2026, 6, 30)));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    0001T, '',       2026-06-30, WARN
                    0001T, acme,     2026-06-30, BLOCK
                    0001T, medicare, 2026-06-30, WARN
                    0001T, acme,     2026-07-01, ''
                    0002T, acme,     2026-06-30, INFO
                    0003T, acme,     2026-06-30, WARN
                    0004T, acme,     2026-06-30, WARN
                    0004T, '',       2026-06-30, WARN
                    00001, medicare, 2026-06-30, INFO
                    00001, acme,     2026-06-30, ''
                    00001, '',       2026-06-30, ''
                    00002, medicare, 2026-06-30, WARN
                    0712T, acme,     2026-06-30, WARN
                    07123, acme,     2026-06-30, WARN
                    71234, acme,     2026-06-30, ''
                    """)
    void thePolicyThatSpeaksMostCloselyDecides(
            String code, String payer, String serviceDate, String expected) {
        var encounter = EncounterBuilder.on(serviceDate).payer(payer).build();

        assertThat(
                        said(
                                new PayerPolicyEdit(LOADED.codeSets()),
                                chosen(LOADED, encounter, lines(LOADED, code))))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected + " " + code));
    }

    @Test
    void aDraftForAnUnknownPayerIsToldWhatPayersDo() {
        var rule = new PayerPolicyEdit(SHIPPED.codeSets());
        var unknown = EncounterBuilder.on("2026-06-30").build();
        var known = EncounterBuilder.on("2026-06-30").payer("acme").build();

        assertThat(said(rule, draft(SHIPPED, unknown, lines(SHIPPED, "0001T"))))
                .containsExactly("INFO 0001T");
        assertThat(said(rule, draft(SHIPPED, known, lines(SHIPPED, "0001T"))))
                .containsExactly("WARN 0001T");
    }

    @Test
    void whatThePayerWantsDocumentedIsTold() {
        var encounter = EncounterBuilder.on("2026-06-30").payer("medicare").build();

        assertThat(
                        new PayerPolicyEdit(SHIPPED.codeSets())
                                .check(chosen(SHIPPED, encounter, lines(SHIPPED, "00001"))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.remedy()).contains("gadget report"));
    }
}
