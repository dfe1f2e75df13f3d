package dev.superbill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/// What was decided outlasts the server.
class CrashIT {
    private static final String NAME = "crash";

    @Test
    void nothingThatThePageShowedIsLostWhenTheServerIsKilled()
            throws IOException, InterruptedException {
        try (var chromium = Chromium.launch()) {
            String path;
            try (var server = Workbench.fresh(NAME)) {
                try (var tab = chromium.open(server, Look.LIGHT)) {
                    var coded = CasePage.ofExample(tab, "01-laparoscopic-cholecystectomy");
                    coded.accept("CPT-47563");
                    coded.reject("CPT-74300", "not-documented");
                    path = "/cases/" + coded.id();
                    server.kill();
                }
            }
            try (var server = Workbench.again(NAME);
                    var tab = chromium.open(server, Look.LIGHT)) {
                tab.go(path);
                var again = CasePage.at(tab.page());
                again.hasState("CPT-47563", "accepted");
                again.hasState("CPT-74300", "rejected");
                assertThat(again.find("#note")).containsText("cholangiogram was performed");
                again.undo();
                again.hasState("CPT-74300", "open");
                again.settle();
                again.sign();

                again.find("#trail-link").click();
                assertThat(tab.page().locator("#chain")).hasAttribute("data-whole", "true");
            }
        }
    }
}
