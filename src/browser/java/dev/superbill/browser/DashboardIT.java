package dev.superbill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/// The figures are those of what was done.
class DashboardIT extends BrowserTest {
    /// Of three procedure lines that were suggested and decided, one was accepted as it was, one kept its code with
    /// other units, and one was rejected; of the two claims one was signed as it was answered.
    @Test
    void theFiguresEqualWhatWasDone() throws IOException {
        try (var tab = open(Look.LIGHT)) {
            var page = tab.page();
            var kept = CasePage.ofExample(tab, "06-transforaminal-injection");
            for (var key : kept.keys("open")) {
                kept.accept(key);
            }
            kept.sign();

            var overruled = CasePage.ofExample(tab, "01-laparoscopic-cholecystectomy");
            overruled.accept("CPT-47563");
            for (var key : overruled.keys("open")) {
                overruled.reject(key, "not-documented");
            }
            overruled.sign();

            CasePage.ofExample(tab, "05-ct-chest");

            // Suggested lines of signed claims: five, then two procedures and two diagnoses of which one was accepted.
            int accepted = kept.keys("accepted").size();
            assertThat(accepted).isZero();

            tab.go("/dashboard");
            assertThat(page.locator("[data-figure=open]")).hasText("1");
            assertThat(page.locator("[data-figure=unchanged]")).hasText("50 %");
            assertThat(page.locator("canvas").first()).isVisible();
            tab.photograph("dashboard");

            var csv = page.waitForDownload(() -> page.locator("#csv-summary").click());
            assertThat(Files.readString(csv.path())).contains("agreement");
        }
    }
}
