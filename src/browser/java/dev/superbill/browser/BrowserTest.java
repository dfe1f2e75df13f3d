package dev.superbill.browser;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInfo;

/// A browser and a server with an empty store for the tests of a class.
abstract class BrowserTest {
    private static final int PATIENCE_MS = 60_000;

    private static @Nullable Chromium chromium;
    private static @Nullable Workbench server;

    @BeforeAll
    static void start(TestInfo test) throws IOException, InterruptedException {
        chromium = Chromium.launch();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        server =
                Workbench.fresh(
                        test.getTestClass().orElseThrow().getSimpleName().toLowerCase(Locale.ROOT));
    }

    @AfterAll
    static void stop() throws IOException {
        if (chromium != null) {
            chromium.close();
        }
        if (server != null) {
            server.close();
        }
    }

    /// The server.
    static Workbench server() {
        return Objects.requireNonNull(server);
    }

    /// Opens a window on the server.
    static Tab open(Look look) {
        return Objects.requireNonNull(chromium).open(server(), look);
    }
}
