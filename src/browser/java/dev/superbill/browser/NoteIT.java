package dev.superbill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A note comes in: pasted, dropped, from a file, or as a worked example.
class NoteIT extends BrowserTest {
    private static final String TEXT =
            """
            PREOPERATIVE DIAGNOSIS: Symptomatic gallstones with chronic cholecystitis.
            PROCEDURE PERFORMED: Laparoscopic cholecystectomy.
            DESCRIPTION OF PROCEDURE: Ports were placed. The cystic duct and artery were clipped and divided, and the \
            gallbladder was removed in a bag. No cholangiogram was performed.
            """;
    private static final String DATE = "2026-06-15";
    private static final String KEY = "CPT-47562";
    private static final String DROPPED =
            """
            text => {
              const dropped = new DataTransfer();
              dropped.items.add(new File([text], 'note.txt', {type: 'text/plain'}));
              return dropped;
            }
            """;

    @Test
    void aPastedNoteIsCoded() {
        try (var tab = open(Look.LIGHT)) {
            var coded = CasePage.ofText(tab, TEXT, DATE);

            assertThat(coded.row(KEY)).isVisible();
            assertThat(coded.find("mark.words[data-keys~='" + KEY + "']").first()).isVisible();
            assertThat(coded.find("#case-outcome")).isVisible();
        }
    }

    @Test
    void aDroppedFileIsRead() {
        try (var tab = open(Look.LIGHT)) {
            tab.go("/");
            var files = tab.page().evaluateHandle(DROPPED, TEXT);
            tab.page().dispatchEvent("#text", "drop", Map.of("dataTransfer", files));
            assertThat(tab.page().locator("#text")).hasValue(TEXT);

            tab.page().locator("#serviceDate").fill(DATE);
            assertThat(CasePage.code(tab.page()).row(KEY)).isVisible();
        }
    }

    @Test
    void aChosenFileIsRead() {
        try (var tab = open(Look.LIGHT)) {
            tab.go("/");
            tab.page()
                    .locator("#file")
                    .setInputFiles(
                            new FilePayload(
                                    "note.txt",
                                    "text/plain",
                                    TEXT.getBytes(StandardCharsets.UTF_8)));

            assertThat(tab.page().locator("#text")).hasValue(TEXT);
        }
    }

    @Test
    void aWorkedExampleFillsTheFormAndIsCoded() {
        try (var tab = open(Look.LIGHT)) {
            tab.go("/");
            tab.page().locator("a[data-example='06-transforaminal-injection']").click();
            assertThat(tab.page().locator("#serviceDate")).hasValue("2026-06-03");
            assertThat(tab.page().locator("#payer")).hasValue("medicare");
            assertThat(tab.page().locator("#ageYears")).hasValue("69");

            assertThat(CasePage.code(tab.page()).row("CPT-64483")).isVisible();
        }
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndNothingIsLost() {
        try (var tab = open(Look.LIGHT)) {
            tab.go("/");
            tab.page().locator("#text").fill(TEXT);
            tab.page().locator("#serviceDate").fill(DATE);
            tab.page().locator("#ageYears").fill("two");
            tab.page().locator("#submit").click();

            assertThat(tab.page().locator("#errors")).isFocused();
            assertThat(tab.page().locator("#ageYears")).hasAttribute("aria-invalid", "true");
            assertThat(tab.page().locator("#ageYears-error")).not().isEmpty();
            assertThat(tab.page().locator("#text")).hasValue(TEXT);
            // The browser itself reports the status of a refused form.
            assertThat(tab.failures()).allMatch(failure -> failure.contains("400"));
        }
    }

    @Test
    void aDraftOutlastsAReload() {
        try (var tab = open(Look.LIGHT)) {
            tab.go("/");
            tab.page().locator("#text").pressSequentially("Half a note");
            tab.page().reload();

            assertThat(tab.page().locator("#text")).hasValue("Half a note");
        }
    }

    @Test
    void tagsInANoteStayText() {
        var tags =
                "<script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\"> {now} ${7*7}";
        try (var tab = open(Look.LIGHT)) {
            var coded = CasePage.ofText(tab, TEXT + "COMMENT: " + tags + "\n", DATE);

            assertThat(coded.find("#note")).containsText(tags);
            assertThat(coded.find("#note script, #note img")).hasCount(0);
            assertThat(tab.page().title()).doesNotContain("taken");

            coded.find("#add-code").click();
            assertThat(coded.find("#q")).isVisible();
            assertThat(tab.page().title()).doesNotContain("taken");
        }
    }
}
