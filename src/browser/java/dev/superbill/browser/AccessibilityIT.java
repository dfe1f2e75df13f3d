package dev.superbill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every page, in every look: axe finds nothing, and nothing needs scrolling sideways.
class AccessibilityIT extends BrowserTest {
    private static final List<String> EXAMPLES =
            List.of(
                    "01-laparoscopic-cholecystectomy",
                    "04-colonoscopy-snare-and-biopsy",
                    "07-office-visit",
                    "10-negated-and-historical",
                    "14-ct-vertebral-fracture-analysis");

    private static void isSound(Tab tab, String name, Look look) {
        tab.photograph(name + "-" + look.name().toLowerCase(Locale.ROOT));
        assertThat(tab.violations()).as(name).isEmpty();
        assertThat(tab.overhang()).as("pixels by which " + name + " is too wide").isZero();
    }

    private static void onCase(Tab tab, String example, Consumer<CasePage> then) {
        then.accept(CasePage.ofExample(tab, example));
    }

    @ParameterizedTest
    @EnumSource
    void theFormIsSound(Look look) {
        try (var tab = open(look)) {
            tab.go("/");
            isSound(tab, "start", look);
            tab.page().locator("#submit").click();
            assertThat(tab.page().locator("#errors")).isVisible();
            isSound(tab, "start-refused", look);
            assertThat(tab.failures()).allMatch(failure -> failure.contains("400"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfCaseIsSound(Look look) {
        try (var tab = open(look)) {
            for (var example : EXAMPLES) {
                onCase(tab, example, _ -> isSound(tab, "case-" + example, look));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCaseIsSoundWhereItIsDecidedAskedAndSigned(Look look) {
        try (var tab = open(look)) {
            var coded = CasePage.ofExample(tab, "13-ecg-risk-software");
            coded.find("#ask").click();
            assertThat(coded.find("#query-text")).isVisible();
            isSound(tab, "dialog-query", look);
            coded.decide(() -> coded.find("#dialog form button.main").click());
            isSound(tab, "case-queried", look);

            var other = CasePage.ofExample(tab, "01-laparoscopic-cholecystectomy");
            other.find("#change-CPT-47563").click();
            other.find("#q").fill("gallbladder");
            assertThat(other.find("#found input").first()).isVisible();
            isSound(tab, "dialog-change", look);
            other.find("#dialog [data-close]").click();
            other.reject("CPT-74300", "not-documented");
            other.settle();
            other.sign();
            isSound(tab, "case-signed", look);

            other.find("#trail-link").click();
            assertThat(tab.page().locator("#records")).isVisible();
            isSound(tab, "trail", look);
        }
    }

    @ParameterizedTest
    @EnumSource
    void queueAndDashboardAreSound(Look look) {
        try (var tab = open(look)) {
            var coded = CasePage.ofExample(tab, "06-transforaminal-injection");
            coded.settle();
            coded.sign();
            tab.go("/queue?status=any");
            assertThat(tab.page().locator("#queue tbody tr").first()).isVisible();
            isSound(tab, "queue", look);
            tab.go("/dashboard");
            isSound(tab, "dashboard", look);
            tab.page().locator("#help-open").click();
            assertThat(tab.page().locator("#help")).isVisible();
            isSound(tab, "keys", look);
        }
    }
}
