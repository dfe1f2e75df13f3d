package dev.superbill.browser;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/// A browser and a server that the tests of several classes share: each looks at cases of its own.
@ExtendWith(BrowserTest.Shared.class)
abstract class BrowserTest {
    private static @Nullable Session session;

    /// A browser and the server that it looks at.
    private record Session(Chromium chromium, Workbench server) implements AutoCloseable {
        static Session start(String name) {
            var chromium = Chromium.launch();
            try {
                return new Session(chromium, Workbench.fresh(name));
            } catch (IOException | InterruptedException e) {
                chromium.close();
                throw new IllegalStateException("the server did not start", e);
            }
        }

        @Override
        public void close() throws IOException {
            chromium.close();
            server.close();
        }
    }

    /// Starts both before the first class, and ends them after the last.
    static final class Shared implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            session =
                    context.getRoot()
                            .getStore(Namespace.create(Shared.class))
                            .computeIfAbsent(
                                    Session.class, _ -> Session.start("shared"), Session.class);
        }
    }

    /// Opens a window on the server.
    static Tab open(Look look) {
        var running = session;
        if (running == null) {
            throw new IllegalStateException("no test class has begun");
        }
        return running.chromium().open(running.server(), look);
    }
}
