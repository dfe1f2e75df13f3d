package dev.superbill.adapter.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class UlidTest {
    private static final InstantSource NOON =
            Clock.fixed(Instant.parse("2026-06-15T12:00:00Z"), ZoneOffset.UTC);

    @Test
    void anIdHas26DigitsAndStartsWithTheTime() {
        var id =
                new Ulid(InstantSource.fixed(Instant.ofEpochMilli(1469918176385L)), new Random(1))
                        .next();

        assertThat(id).matches("01ARYZ6S41[0-9A-HJKMNP-TV-Z]{16}");
    }

    @Test
    void idsOfOneMillisecondAreOrdered() {
        var ids = new Ulid(NOON, new Random(1));
        var made = new ArrayList<String>();
        for (int i = 0; i < 1000; i++) {
            made.add(ids.next());
        }

        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void theRandomPartCarriesOver() {
        var ids = new Ulid(NOON, allOnesBelow());

        assertThat(ids.next()).endsWith("F" + "Z".repeat(15));
        assertThat(ids.next()).endsWith("G" + "0".repeat(15));
    }

    private static RandomGenerator allOnesBelow() {
        return () -> -1L;
    }
}
