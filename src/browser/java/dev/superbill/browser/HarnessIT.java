package dev.superbill.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What the other tests rely on: that a page with a fault is found to have it.
class HarnessIT extends BrowserTest {
    @Test
    void axeNamesRuleTargetAndHelp() {
        try (var tab = open(Look.LIGHT)) {
            tab.page()
                    .setContent(
                            "<html lang=en><title>One</title><main><h1>One</h1><img id=bare src='data:,'></main></html>");

            assertThat(tab.violations())
                    .singleElement()
                    .asString()
                    .startsWith("image-alt at [#bare]: ");
        }
    }

    @Test
    void axeSeesTooLittleContrastInTheDarkAlone() {
        var page =
                "<html lang=en><title>Two</title><style>@media (prefers-color-scheme: dark)"
                        + "{main{background:#222;color:#333}}</style><main><h1>Two</h1><p>words</p></main></html>";
        try (var light = open(Look.LIGHT);
                var dark = open(Look.DARK)) {
            light.page().setContent(page);
            dark.page().setContent(page);

            assertThat(light.violations()).isEmpty();
            assertThat(dark.violations())
                    .hasSize(2)
                    .allMatch(it -> it.startsWith("color-contrast"));
        }
    }

    @Test
    void aRequestToAnotherHostIsStoppedAndRemembered() {
        try (var tab = open(Look.LIGHT)) {
            tab.go("/q/health/live");
            tab.page().setContent("<img src='http://elsewhere.invalid/dot.png?note=1' alt=''>");

            assertThat(tab.strayed()).containsExactly("http://elsewhere.invalid/dot.png?note=1");
            assertThat(tab.failures()).isNotEmpty();
        }
    }

    @Test
    void aPageWiderThanItsWindowIsMeasured() {
        try (var tab = open(Look.NARROW)) {
            tab.page().setContent("<body style='margin:0'><div style='width:400px'>wide</div>");
            assertThat(tab.overhang()).isEqualTo(80);

            tab.page().setContent("<body style='margin:0'><div>narrow</div>");
            assertThat(tab.overhang()).isZero();
        }
    }

    @Test
    void theDescriptionOfTheInterfaceAsksNobodyElse() {
        try (var tab = open(Look.LIGHT)) {
            tab.go("/q/swagger-ui/");
            tab.page().getByText("/v1/suggestions").first().waitFor();
            tab.photograph("interface");
        }
    }
}
