package dev.superbill.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A window of the browser. It stops and remembers every request to anybody but the server, and
/// every script that failed; closing it fails where there was one.
final class Tab implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final String WIDER =
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private final BrowserContext context;
    private final Workbench server;
    private final Page page;
    private final List<String> strayed = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    Tab(BrowserContext context, Workbench server) {
        this.context = context;
        this.server = server;
        context.route(url -> !local(url), this::stop);
        page = context.newPage();
        page.onPageError(failures::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                failures.add(message.text());
            }
        });
    }

    /// Whether a URL leads to the server, or to no host at all.
    private boolean local(String url) {
        return !url.matches("(?:http|ws)s?:.*")
                || URI.create(url.replaceFirst("[?#].*", ""))
                        .getAuthority()
                        .equals(server.home().getAuthority());
    }

    private void stop(Route route) {
        strayed.add(route.request().url());
        route.abort();
    }

    Page page() {
        return page;
    }

    /// Goes to a path of the server.
    Response go(String path) {
        return page.navigate(server.home().resolve(path).toString());
    }

    /// The requests to others so far, forgotten by asking.
    List<String> strayed() {
        return taken(strayed);
    }

    /// The failures of scripts so far, forgotten by asking.
    List<String> failures() {
        return taken(failures);
    }

    private static List<String> taken(List<String> remembered) {
        var taken = List.copyOf(remembered);
        remembered.clear();
        return taken;
    }

    /// What axe holds against the page as it is now: rule, target and help of each violation. The
    /// pages have no frames, so axe may run in the page alone.
    List<String> violations() {
        return new AxeBuilder(page)
                .setLegacyMode(true).withTags(RULES).analyze().getViolations().stream()
                        .flatMap(rule ->
                                rule.getNodes().stream()
                                        .map(node ->
                                                rule.getId()
                                                        + " at "
                                                        + node.getTarget()
                                                        + ": "
                                                        + rule.getHelp()))
                        .toList();
    }

    /// How many CSS pixels the page is wider than its window.
    int overhang() {
        return (int) page.evaluate(WIDER);
    }

    /// Keeps a picture of the whole page in `target/screenshots`.
    void photograph(String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    @Override
    public void close() {
        context.close();
        assertThat(strayed).as("requests to others than the server").isEmpty();
        assertThat(failures).as("failures of scripts").isEmpty();
    }
}
