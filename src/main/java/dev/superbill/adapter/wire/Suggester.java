package dev.superbill.adapter.wire;

import dev.superbill.CodingPipeline;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Answers requests with the engine of the moment, and knows its release, the time and new ids.
/// Safe for use by many threads.
public final class Suggester {
    private final Supplier<CodingPipeline> pipelines;
    private final Supplier<String> model;
    private final Build build;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Ulid ids;

    /// @param pipelines the pipeline of the moment, asked for once a call
    /// @param model the name of the classifier's model at the moment
    /// @param build what program this is
    /// @param time the clocks and the source of ids
    public Suggester(
            Supplier<CodingPipeline> pipelines, Supplier<String> model, Build build, Time time) {
        this.pipelines = pipelines;
        this.model = model;
        this.build = build;
        this.clock = time.clock();
        this.nanos = time.nanos();
        this.ids = new Ulid(time.clock(), time.random());
    }

    /// What differs from call to call.
    ///
    /// @param clock the time of day, for ids and today's date
    /// @param nanos a clock for durations
    /// @param random the random part of ids
    public record Time(InstantSource clock, LongSupplier nanos, RandomGenerator random) {}

    /// An answer, and where it came from.
    ///
    /// @param pipeline what codes it
    /// @param start when the call came, by [#nanos]
    public record Turn(CodingPipeline pipeline, long start) {}

    /// A call that begins now.
    public Turn begin() {
        return new Turn(pipelines.get(), nanos.getAsLong());
    }

    /// Codes a request that keeps the interface's constraints.
    ///
    /// @param id names the answer
    /// @param request the request
    /// @param turn the call
    /// @throws dev.superbill.failure.CodingException with `NO_EDITION` if no loaded edition of CPT
    ///   covers the service date
    public SuggestionAnswer suggest(String id, SuggestionRequest request, Turn turn) {
        var result =
                turn.pipeline()
                        .code(
                                RequestMapping.note(request.note()),
                                RequestMapping.encounter(request.encounter()),
                                RequestMapping.options(request.options()));
        var quotes =
                Boolean.FALSE.equals(request.options() == null ? null : request.options().quotes())
                        ? AnswerMapping.Quotes.LEFT_OUT
                        : AnswerMapping.Quotes.WRITTEN;
        return new AnswerMapping(quotes)
                .answer(id, build, model.get(), result, nanos.getAsLong() - turn.start());
    }

    /// A new id. Ids sort by the time they were made.
    public String nextId() {
        return ids.next();
    }

    /// The time of day.
    public Instant now() {
        return clock.instant();
    }

    /// Today's date in Greenwich.
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /// A clock for durations, in nanoseconds.
    public long nanos() {
        return nanos.getAsLong();
    }

    Build build() {
        return build;
    }

    String model() {
        return model.get();
    }
}
