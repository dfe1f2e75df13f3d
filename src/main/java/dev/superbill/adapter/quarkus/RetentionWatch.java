package dev.superbill.adapter.quarkus;

import dev.superbill.adapter.wire.TrailKeeper;
import dev.superbill.failure.CodingException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Erases once a day what is past its retention, where one is set.
@Singleton
final class RetentionWatch {
    private static final Logger LOG = Logger.getLogger(RetentionWatch.class);
    private static final String USER = "retention";

    private final Instance<TrailKeeper> trail;
    private final Optional<Period> retention;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("retention").factory());

    /// @param trail what erases
    /// @param config the settings
    RetentionWatch(Instance<TrailKeeper> trail, SuperbillConfig config) {
        this.trail = trail;
        this.retention = config.retention();
    }

    void start(@Observes StartupEvent started) {
        if (retention.isPresent()) {
            var _ = clock.scheduleWithFixedDelay(this::erase, 0, 1, TimeUnit.DAYS);
        }
    }

    private void erase() {
        var before = ZonedDateTime.now(ZoneOffset.UTC).minus(retention.orElseThrow()).toInstant();
        try {
            var keeper = trail.get();
            for (var tenant : keeper.tenants()) {
                int contents = keeper.erase(tenant, before, USER).contents();
                if (contents > 0) {
                    LOG.infof("retention erased %d contents of the audit trail", contents);
                }
            }
        } catch (CodingException e) {
            LOG.errorf("retention erased nothing: %s", e.getMessage());
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        clock.shutdownNow();
    }
}
