package dev.superbill.adapter.wire;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// Makes ids that sort by the time they were made: 48 bits of milliseconds and 80 random bits in
/// Crockford's base 32. Within one millisecond each id is one more than the last.
final class Ulid {
    private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int LENGTH = 26;
    private static final int BITS = 5;
    private static final int HIGH_RANDOM_BITS = 16;

    private final InstantSource clock;
    private final RandomGenerator random;
    private long time;
    private long high;
    private long low;

    Ulid(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    synchronized String next() {
        long now = clock.millis();
        if (now > time) {
            time = now;
            // One bit less than there is room for, so that counting up never overflows.
            high = random.nextInt(1 << (HIGH_RANDOM_BITS - 1));
            low = random.nextLong();
        } else if (++low == 0) {
            high++;
        }
        return encode((time << HIGH_RANDOM_BITS) | high, low);
    }

    private static String encode(long upper, long lower) {
        var digits = new char[LENGTH];
        long high = upper;
        long low = lower;
        for (int i = LENGTH - 1; i >= 0; i--) {
            digits[i] = DIGITS[(int) (low & (DIGITS.length - 1))];
            low = (low >>> BITS) | (high << (Long.SIZE - BITS));
            high >>>= BITS;
        }
        return new String(digits);
    }
}
