package dev.superbill.adapter.quarkus;

import dev.superbill.adapter.wire.CallMeter;
import dev.superbill.adapter.wire.Door;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Times calls by door and outcome, as `superbill_calls_seconds`.
@Singleton
final class MicrometerMeter implements CallMeter {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(20),
        Duration.ofMillis(40),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };
    private static final int FIRST_ERROR = 400;
    private static final int FIRST_FAILURE = 500;

    private final MeterRegistry registry;

    MicrometerMeter(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void answered(Door door, int status, long nanos) {
        Timer.builder("superbill.calls")
                .description("Calls of the interface")
                .tag("door", door.label())
                .tag("outcome", outcome(status))
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    private static String outcome(int status) {
        if (status < FIRST_ERROR) {
            return "answered";
        }
        return status < FIRST_FAILURE ? "refused" : "failed";
    }
}
