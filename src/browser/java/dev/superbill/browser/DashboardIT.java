package dev.superbill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// The figures are those of what was done, counted here by hand.
class DashboardIT {
    private static Locator row(Tab tab, String table, String name) {
        return tab.page().locator("#table-" + table + " tbody tr:has(th:text-is('" + name + "'))");
    }

    @Test
    void theFiguresEqualWhatWasDone() throws IOException, InterruptedException {
        try (var chromium = Chromium.launch();
                var server = Workbench.fresh("dashboard");
                var tab = chromium.open(server, Look.LIGHT)) {
            var page = tab.page();

            // The first claim: every line as it was suggested.
            var agreed = CasePage.ofExample(tab, "06-transforaminal-injection");
            int first = agreed.keys("open").size();
            for (var key : agreed.keys("open")) {
                agreed.accept(key);
            }
            agreed.sign();

            // The second: one line as suggested, one changed, the others rejected.
            var overruled = CasePage.ofExample(tab, "01-laparoscopic-cholecystectomy");
            int second = overruled.keys("open").size();
            overruled.accept("CPT-47563");
            overruled.change(
                    "ICD-10-CM-K80_10", "gallstones acute", "ICD-10-CM K80.00", "more-specific");
            for (var key : overruled.keys("open")) {
                overruled.reject(key, "not-documented");
            }
            overruled.sign();

            // A third is left open, and the author of a fourth is asked.
            CasePage.ofExample(tab, "05-ct-chest");
            var asked = CasePage.ofExample(tab, "13-ecg-risk-software");
            asked.find("#ask").click();
            asked.decide(() -> asked.find("#dialog form button.main").click());

            tab.go("/dashboard");
            int accepted = first + 1;
            int suggested = first + second;
            var share = String.format(Locale.ROOT, "%.1f %%", 100.0 * accepted / suggested);
            assertThat(page.locator("[data-figure=agreement]")).hasText(share);
            assertThat(page.locator("#figure-agreement"))
                    .containsText(accepted + " of " + suggested + ";");
            assertThat(page.locator("[data-figure=code-kept]")).hasText(share);
            assertThat(page.locator("[data-figure=unchanged]")).hasText("50.0 %");
            assertThat(page.locator("[data-figure=open]")).hasText("1");
            assertThat(page.locator("#figure-open")).containsText("1 wait");
            assertThat(row(tab, "byReason", "Another code says it more exactly").locator("td"))
                    .hasText(new String[] {"1", "0", "0"});
            assertThat(row(tab, "byReason", "The note does not document it").locator("td"))
                    .hasText(new String[] {"0", String.valueOf(second - 2), "0"});
            assertThat(row(tab, "byCode", "74300").locator("td").last()).hasText("1");
            assertThat(page.locator("canvas").first()).isVisible();
            tab.photograph("dashboard-figures");

            var csv = page.waitForDownload(() -> page.locator("#csv-summary").click());
            assertThat(Files.readString(csv.path()))
                    .contains("agreement.accepted.hits," + accepted)
                    .contains("agreement.accepted.of," + suggested);
        }
    }
}
