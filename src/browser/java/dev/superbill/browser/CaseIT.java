package dev.superbill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What the page of a case shows, and what is done on it.
class CaseIT extends BrowserTest {
    private static final Pattern LIT = Pattern.compile("(?:^|.* )lit(?: .*|$)");
    private static final String CHOLE = "01-laparoscopic-cholecystectomy";
    private static final String CHOLE_KEY = "CPT-47563";

    @Test
    void aLineLightsUpItsWordsAndWordsTheirLine() {
        try (var tab = open(Look.LIGHT)) {
            var coded = CasePage.ofExample(tab, CHOLE);
            var words = coded.find("mark[data-keys~='" + CHOLE_KEY + "']").first();
            tab.page().locator("h1").hover();
            assertThat(words).not().hasClass(LIT);

            coded.row(CHOLE_KEY).locator(".line-head").hover();
            assertThat(words).hasClass(LIT);

            tab.page().locator("h1").hover();
            assertThat(words).not().hasClass(LIT);

            coded.row(CHOLE_KEY).focus();
            assertThat(words).hasClass(LIT);

            coded.find("#theme").focus();
            words.hover();
            assertThat(coded.row(CHOLE_KEY)).hasClass(LIT);

            coded.find("mark").last().focus();
            words.focus();
            assertThat(coded.row(CHOLE_KEY)).hasClass(LIT);
        }
    }

    @Test
    void whatIsDeniedPastOrOfTheFamilyIsMarkedAsSuch() {
        try (var tab = open(Look.LIGHT)) {
            var coded = CasePage.ofExample(tab, "10-negated-and-historical");

            for (var said : new String[] {"absent", "historical", "family"}) {
                assertThat(
                                coded.find("#note [data-said=" + said + "], #note .said-" + said)
                                        .first())
                        .isVisible();
            }
            assertThat(coded.find("#note sup.tag").first()).isVisible();
            assertThat(coded.find("#note .said-absent").first()).isVisible();
        }
    }

    @Test
    void aRejectedCodeSaysWhy() {
        try (var tab = open(Look.LIGHT)) {
            var coded = CasePage.ofExample(tab, "02-knee-arthroscopy");

            assertThat(coded.find("#rejected li[data-code='29874']"))
                    .containsText("component of 29881");
        }
    }

    @Test
    void aVisitShowsItsThreeColumnsWithTheirWords() {
        try (var tab = open(Look.LIGHT)) {
            var coded = CasePage.ofExample(tab, "07-office-visit");

            for (var column : new String[] {"mdm-problems", "mdm-data", "mdm-risk"}) {
                var shown = coded.find("#visit [data-key=" + column + "]");
                assertThat(shown).hasAttribute("data-level", "moderate");
                assertThat(shown.locator(".quote").first()).isVisible();
            }
        }
    }

    @Test
    void softwareShowsWhichPartOfItsDocumentationIsMissing() {
        try (var tab = open(Look.LIGHT)) {
            var coded = CasePage.ofExample(tab, "14-ct-vertebral-fracture-analysis");

            assertThat(coded.find("[data-key=CPT-0691T-input]")).hasAttribute("data-state", "met");
            assertThat(coded.find("[data-key=CPT-0691T-process]"))
                    .hasAttribute("data-state", "missing");
            assertThat(coded.find("[data-key=CPT-0691T-output]")).hasAttribute("data-state", "met");
        }
    }

    @Test
    void aPairThatNcciExcludesIsDrawnBetweenItsLines() {
        try (var tab = open(Look.LIGHT)) {
            var coded = CasePage.ofExample(tab, "04-colonoscopy-snare-and-biopsy");
            var pair =
                    coded.find("#conflicts li")
                            .filter(new Locator.FilterOptions().setHasText("45380"));

            assertThat(pair).hasCount(1);
            assertThat(coded.find("svg#connectors path")).hasCount(1);
            assertThat(coded.row("CPT-45380").locator("[data-rule=ncci-ptp]")).hasCount(1);
        }
    }

    @Test
    void aLineIsAcceptedChangedBySearchAndRejectedWithAReason() {
        try (var tab = open(Look.LIGHT)) {
            var coded = CasePage.ofExample(tab, CHOLE);
            coded.accept(CHOLE_KEY);
            coded.reject("CPT-74300", "not-documented");
            coded.change(
                    "ICD-10-CM-K80_10", "gallstones acute", "ICD-10-CM K80.00", "more-specific");

            assertThat(coded.row("ICD-10-CM-K80_10")).containsText("K80.00");
            assertThat(coded.find("#claim-count")).containsText("2 on the claim");
        }
    }

    @Test
    void aCodeIsAddedForWordsSelectedWithTheMouse() {
        try (var tab = open(Look.LIGHT)) {
            var coded = CasePage.ofExample(tab, CHOLE);
            assertThat(coded.find("#add-selected")).isDisabled();
            coded.select("alkaline phosphatase was mildly raised");
            coded.find("#add-selected").click();
            assertThat(coded.find("#selected-words"))
                    .hasText("alkaline phosphatase was mildly raised");
            coded.search("R74.8", "ICD-10-CM R74.8");
            coded.decide(() -> coded.find("#dialog form button.main").click());

            coded.hasState("ICD-10-CM-R74_8", "added");
            assertThat(coded.find("mark[data-keys~='ICD-10-CM-R74_8']"))
                    .hasText("alkaline phosphatase was mildly raised");
        }
    }

    @Test
    void theAuthorIsAskedInWordsDraftedFromTheFindings() {
        try (var tab = open(Look.LIGHT)) {
            var coded = CasePage.ofExample(tab, "13-ecg-risk-software");
            assertThat(coded.find("#case-outcome")).hasAttribute("data-outcome", "query");
            coded.find("#ask").click();
            assertThat(coded.find("#query-text")).not().hasValue("");
            var draft = coded.find("#query-text").inputValue();
            assertThat(draft).containsIgnoringCase("interpretation");
            coded.decide(() -> coded.find("#dialog form button.main").click());
            coded.hasStatus("queried");
            assertThat(coded.find("#query-open")).isVisible();

            coded.decide(() -> coded.find("#reply").click());
            coded.hasStatus("open");
        }
    }

    @Test
    void everyDeedCanBeUndoneUntilTheClaimIsAsItWas() {
        try (var tab = open(Look.LIGHT)) {
            var coded = CasePage.ofExample(tab, CHOLE);
            coded.accept(CHOLE_KEY);
            coded.change(
                    "ICD-10-CM-K80_10", "gallstones acute", "ICD-10-CM K80.00", "more-specific");
            coded.settle();
            coded.sign();

            coded.undo();
            coded.hasStatus("open");
            for (int deed = 0; deed < 20 && coded.find("#undo").isEnabled(); deed++) {
                coded.undo();
            }
            assertThat(coded.find("#undo")).isDisabled();
            assertThat(coded.find("li.line:not([data-state=open])")).hasCount(0);
        }
    }

    @Test
    void nothingIsLostWhenThePageIsClosed() {
        String id;
        try (var tab = open(Look.LIGHT)) {
            var coded = CasePage.ofExample(tab, CHOLE);
            coded.accept(CHOLE_KEY);
            coded.reject("CPT-74300", "not-documented");
            id = coded.id();
        }
        try (var tab = open(Look.LIGHT)) {
            tab.go("/cases/" + id);
            var again = CasePage.at(tab.page());
            again.hasState(CHOLE_KEY, "accepted");
            again.hasState("CPT-74300", "rejected");
            assertThat(again.find("#undo")).isEnabled();
        }
    }

    @Test
    void aRecordStandsInTheTrailForEachDeed() {
        try (var tab = open(Look.LIGHT)) {
            var coded = CasePage.ofExample(tab, CHOLE);
            coded.accept(CHOLE_KEY);
            for (var key : coded.keys("open")) {
                coded.reject(key, "not-documented");
            }
            int deeds = coded.find("li.line").count() + 1;
            coded.sign();
            coded.find("#trail-link").click();

            assertThat(tab.page().locator("#chain")).hasAttribute("data-whole", "true");
            assertThat(tab.page().locator("#records tr[data-kind=answer]")).hasCount(1);
            assertThat(tab.page().locator("#records tr[data-kind=decision]")).hasCount(deeds);
            assertThat(tab.page().locator("#records tr[data-sound=true]")).hasCount(1 + deeds);
            assertThat(tab.page().locator("#records")).not().containsText("cholecystectomy");
        }
    }
}
