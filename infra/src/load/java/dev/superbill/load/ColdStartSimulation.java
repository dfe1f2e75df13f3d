package dev.superbill.load;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.listFeeder;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.Assertion;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import java.time.Duration;
import java.util.ArrayList;

/// Notes that arrive together, more of them in each step: an environment of Lambda answers one at a
/// time, so that each step starts as many as it has more notes than the step before. The report has
/// a line for each step; its slowest answers are those that waited for a start.
public final class ColdStartSimulation extends Simulation {
    private static final String CLIENT = "client warming up";
    private static final int REFUSED = 30;

    /// Sets it up, as Gatling asks for.
    public ColdStartSimulation() {
        var steps = Choices.numbers("steps", "1,2,4,8,16");
        var between = Duration.ofSeconds(Choices.number("pause", 10));
        int slowest = Choices.number("max", 5000);
        var notes = listFeeder(Notes.requests()).circular();
        var populations = new ArrayList<PopulationBuilder>();
        var assertions = new ArrayList<Assertion>();
        assertions.add(
                global().failedRequests()
                        .percent()
                        .lte((double) Choices.number("failedPercent", 0)));
        populations.add(
                scenario(CLIENT)
                        .exec(Endpoint.refused(CLIENT))
                        .injectOpen(rampUsers(REFUSED).during(between)));
        int before = 0;
        for (int together : steps) {
            if (together <= before) {
                throw new IllegalArgumentException("load.steps grow from one to the next");
            }
            before = together;
            var name = "%03d together".formatted(together);
            populations.add(
                    scenario(name)
                            .exec(feed(notes), Endpoint.codeNote(name))
                            .injectOpen(
                                    nothingFor(between.multipliedBy(populations.size())),
                                    atOnceUsers(together)));
            assertions.add(details(name).responseTime().max().lt(slowest));
        }
        setUp(populations).protocols(Endpoint.protocol()).assertions(assertions);
    }
}
