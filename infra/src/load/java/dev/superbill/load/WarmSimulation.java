package dev.superbill.load;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.listFeeder;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.Simulation;
import java.time.Duration;

/// Notes that arrive at a constant rate, whether those before them are answered or not: a slow
/// answer delays no later question, and so hides none. The rate runs for a while before it counts.
public final class WarmSimulation extends Simulation {
    private static final String WARMING = "warming up";
    private static final String NOTE = "note";

    /// Sets it up, as Gatling asks for.
    public WarmSimulation() {
        int rate = Choices.number("rate", 10);
        var before = Duration.ofSeconds(Choices.number("warmup", 20));
        var during = Duration.ofSeconds(Choices.number("seconds", 60));
        var notes = listFeeder(Notes.requests()).circular();
        var warming = scenario(WARMING).exec(feed(notes), Endpoint.codeNote(WARMING));
        var measured = scenario(NOTE).exec(feed(notes), Endpoint.codeNote(NOTE));
        setUp(
                        warming.injectOpen(constantUsersPerSec(rate).during(before)),
                        measured.injectOpen(
                                nothingFor(before), constantUsersPerSec(rate).during(during)))
                .protocols(Endpoint.protocol())
                .assertions(
                        global().failedRequests()
                                .percent()
                                .lte((double) Choices.number("failedPercent", 0)),
                        details(NOTE).responseTime().percentile(50).lt(Choices.number("p50", 250)),
                        details(NOTE)
                                .responseTime()
                                .percentile(99)
                                .lt(Choices.number("p99", 1000)));
    }
}
