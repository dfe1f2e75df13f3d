package dev.superbill;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Adds up how long each stage takes.
final class StageClock {
    private final LongSupplier nanos;
    private final Map<String, Long> spent = new LinkedHashMap<>();

    StageClock(LongSupplier nanos) {
        this.nanos = nanos;
    }

    <T> T time(String stage, Supplier<T> work) {
        long start = nanos.getAsLong();
        var result = work.get();
        spent.merge(stage, nanos.getAsLong() - start, Long::sum);
        return result;
    }

    List<CodingResult.StageTiming> timings() {
        var timings = new ArrayList<CodingResult.StageTiming>();
        spent.forEach((stage, time) -> timings.add(new CodingResult.StageTiming(stage, time)));
        return List.copyOf(timings);
    }
}
