package dev.superbill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/// Many notes: batch in, filters, the order of work, batch out.
class QueueIT {
    private static FilePayload file(String name, String text) {
        return new FilePayload(name, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String request(String payer, String text) {
        return """
        {"encounter":{"serviceDate":"2026-06-15","payer":"%s"},"note":{"text":"%s"}}\
        """
                .formatted(payer, text);
    }

    @Test
    void aBatchComesInIsFilteredWorkedAndGoesOut() throws IOException, InterruptedException {
        var removal =
                "PROCEDURE: Laparoscopic cholecystectomy. The gallbladder was dissected free and removed through a port.";
        var nothing = "The patient called to change the date of the appointment.";
        try (var chromium = Chromium.launch();
                var server = Workbench.fresh("queue");
                var tab = chromium.open(server, Look.LIGHT)) {
            var page = tab.page();
            tab.go("/queue");
            page.locator("#batch-date").fill("2026-06-15");
            page.locator("#files")
                    .setInputFiles(
                            new FilePayload[] {
                                file("one.txt", removal),
                                file("two.json", request("aetna", nothing)),
                                file("three.json", "{\"note\": \"no request\"}"),
                                file(
                                        "four.ndjson",
                                        request("medicare", removal)
                                                + "\n"
                                                + request("medicare", nothing)
                                                + "\n")
                            });
            page.locator("#batch-send").click();

            var result = page.locator("#batch-result");
            assertThat(result).hasAttribute("data-opened", "4");
            assertThat(result).hasAttribute("data-refused", "1");
            assertThat(result).containsText("three.json");
            assertThat(page.locator("#queue tbody tr")).hasCount(4);
            tab.photograph("queue");

            page.locator("#payer").selectOption("medicare");
            page.locator("#filters button").click();
            assertThat(page.locator("#queue tbody tr")).hasCount(2);

            page.locator("#payer").selectOption("aetna");
            page.locator("#filters button").click();
            assertThat(page.locator("#queue tbody tr")).hasCount(1);

            page.locator("#hours").fill("5");
            page.locator("#filters button").click();
            assertThat(page.locator("#queue tbody tr")).hasCount(0);
            assertThat(page.locator("#queue-empty")).isVisible();

            tab.go("/queue?payer=medicare");
            page.locator("#start-queue").click();
            var first = CasePage.at(page);
            var firstId = first.id();
            first.find("#next-case").click();
            page.waitForURL(url -> url.contains("/cases/") && !url.contains(firstId));
            var second = CasePage.at(page);
            var working = second.row("CPT-47562").isVisible() ? second : null;
            if (working == null) {
                tab.go("/cases/" + firstId);
                working = CasePage.at(page);
            }
            working.accept("CPT-47562");
            working.settle();
            working.sign();

            tab.go("/queue?status=signed");
            assertThat(page.locator("#queue tbody tr")).hasCount(1);
            var csv = page.waitForDownload(() -> page.locator("#out-csv").click());
            assertThat(Files.readAllLines(csv.path()))
                    .hasSize(2)
                    .last()
                    .asString()
                    .contains(working.id(), "47562", "2026-06-15")
                    .doesNotContain("gallbladder was");
            var lines = page.waitForDownload(() -> page.locator("#out-ndjson").click());
            assertThat(Files.readAllLines(lines.path()))
                    .singleElement()
                    .asString()
                    .contains("\"47562\"", working.id());
        }
    }
}
