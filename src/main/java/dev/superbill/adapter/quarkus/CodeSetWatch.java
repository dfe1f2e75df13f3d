package dev.superbill.adapter.quarkus;

import dev.superbill.adapter.store.RefreshedSource;
import dev.superbill.codeset.CodeSetSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Looks again, every now and then, at where the code sets are kept.
@Singleton
final class CodeSetWatch {
    private final CodeSetSource source;
    private final long seconds;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("code-sets").factory());

    /// @param source where the code sets come from
    /// @param config the settings
    CodeSetWatch(CodeSetSource source, SuperbillConfig config) {
        this.source = source;
        this.seconds = config.codesets().refresh().toSeconds();
    }

    void start(@Observes StartupEvent started) {
        if (source instanceof RefreshedSource kept && seconds > 0) {
            var _ = clock.scheduleWithFixedDelay(kept::refresh, seconds, seconds, TimeUnit.SECONDS);
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        clock.shutdownNow();
    }
}
