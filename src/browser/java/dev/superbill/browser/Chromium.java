package dev.superbill.browser;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// The system's Chromium. Nothing is downloaded: where there is none, the test that asks for it is
/// skipped and the log says so.
final class Chromium implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Chromium.class);
    private static final int PATIENCE_MS = 60_000;
    private static final String SETTING = "CHROMIUM";
    private static final String ABSENT =
            "No browser: the tests of the workbench are skipped. Install Chromium, or set CHROMIUM to its path.";
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> ARGUMENTS =
            List.of("--no-sandbox", "--disable-background-networking", "--disable-gpu");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /// Starts the browser, or skips the test.
    static Chromium launch() {
        var executable = executable();
        if (executable.isEmpty()) {
            LOG.warn(ABSENT);
        }
        assumeThat(executable).as(ABSENT).isPresent();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        var playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(executable.orElseThrow())
                                        .setArgs(ARGUMENTS)));
    }

    private static Optional<Path> executable() {
        var set = System.getenv(SETTING);
        if (set != null) {
            return Optional.of(Path.of(set)).filter(Files::isExecutable);
        }
        var folders = System.getenv().getOrDefault("PATH", "");
        return NAMES.stream()
                .flatMap(name ->
                        Stream.of(folders.split(File.pathSeparator)).map(in -> Path.of(in, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// Opens a window that may ask one server and nobody else.
    ///
    /// @param server where its pages come from
    /// @param look the colours and size it has
    Tab open(Workbench server, Look look) {
        var context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setColorScheme(look.colours())
                                .setViewportSize(look.width(), look.height())
                                .setDeviceScaleFactor(look.pixels())
                                .setAcceptDownloads(true)
                                .setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(PATIENCE_MS);
        return new Tab(context, server);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
