package dev.superbill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/// A whole case without a mouse.
class KeyboardIT extends BrowserTest {
    private static final int FARTHEST = 60;
    private static final String HERE =
            "() => document.activeElement.getAttribute('data-example') || document.activeElement.id || ''";

    /// Tabs on until something is focused.
    private static void tabTo(Page page, String idOrExample) {
        for (int i = 0; i < FARTHEST; i++) {
            if (idOrExample.equals(page.evaluate(HERE))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the Tab key does not reach " + idOrExample);
    }

    /// Steps down from the first line to another.
    private static void walkTo(Page page, String key) {
        for (int i = 0; i < FARTHEST; i++) {
            press(page, "k");
        }
        for (int i = 0; i < FARTHEST; i++) {
            if (("row-" + key).equals(page.evaluate(HERE))) {
                return;
            }
            press(page, "j");
        }
        throw new AssertionError("the key j does not reach " + key);
    }

    private static void press(Page page, String... keys) {
        for (var key : keys) {
            page.keyboard().press(key);
        }
    }

    @Test
    void aCaseIsCodedDecidedAndSignedByKeysAlone() {
        try (var tab = open(Look.LIGHT)) {
            var page = tab.page();
            tab.go("/");
            tabTo(page, "01-laparoscopic-cholecystectomy");
            press(page, "Enter");
            assertThat(page.locator("#serviceDate")).hasValue("2026-03-12");
            page.locator("#text").focus();
            press(page, "Control+Enter");
            var coded = CasePage.at(page);

            press(page, "j");
            assertThat(coded.row("CPT-47563")).isFocused();
            coded.decide(() -> press(page, "a"));
            coded.hasState("CPT-47563", "accepted");

            press(page, "j");
            assertThat(coded.row("CPT-74300")).isFocused();
            press(page, "r");
            assertThat(coded.find("#dialog input[name=reason]:checked")).isFocused();
            coded.decide(() -> press(page, "Enter"));
            coded.hasState("CPT-74300", "rejected");
            assertThat(coded.find("#dialog")).isHidden();

            coded.decide(() -> press(page, "u"));
            coded.hasState("CPT-74300", "open");

            press(page, "w", "ArrowRight", "Shift+ArrowRight", "Enter");
            assertThat(coded.find("#q")).isFocused();
            assertThat(coded.find("#selected-words")).not().isEmpty();
            page.keyboard().type("R10.11");
            assertThat(coded.find("#found input[value='ICD-10-CM R10.11']")).isVisible();
            press(page, "Tab", "Space", "Enter");
            coded.hasState("ICD-10-CM-R10_11", "added");

            press(page, "q");
            assertThat(coded.find("#query-text")).isFocused();
            press(page, "Escape");
            assertThat(coded.find("#dialog")).isHidden();

            while (!coded.keys("open").isEmpty()) {
                var before = coded.keys("open").size();
                var key = coded.keys("open").getFirst();
                walkTo(page, key);
                coded.decide(() -> press(page, "a"));
                assertThat(coded.keys("open")).hasSize(before - 1);
            }
            coded.decide(() -> press(page, "s"));
            coded.hasStatus("signed");
        }
    }

    @Test
    void singleKeysCanBeSwitchedOffForGood() {
        try (var tab = open(Look.LIGHT)) {
            var page = tab.page();
            var coded = CasePage.ofExample(tab, "12-autonomous-retinal-screening");
            press(page, "?");
            assertThat(coded.find("#help")).isVisible();
            coded.find("#keys-on").focus();
            press(page, "Space", "Escape");
            assertThat(coded.find("#help")).isHidden();

            page.reload();
            press(page, "?");
            assertThat(coded.find("#help")).isHidden();
            press(page, "j", "a");
            assertThat(coded.keys("accepted")).isEmpty();
        }
    }

    @Test
    void theFirstTabSkipsToTheContent() {
        try (var tab = open(Look.LIGHT)) {
            tab.go("/queue");
            press(tab.page(), "Tab");
            assertThat(tab.page().locator("a.skip").first()).isFocused();
            press(tab.page(), "Enter");
            assertThat(tab.page().locator("#main")).isFocused();
        }
    }
}
