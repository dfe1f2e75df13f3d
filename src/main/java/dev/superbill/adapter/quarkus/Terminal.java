package dev.superbill.adapter.quarkus;

import dev.superbill.adapter.cli.CommandLineDoor;
import dev.superbill.adapter.wire.Api;
import dev.superbill.adapter.wire.Build;
import dev.superbill.adapter.wire.CaseSource;
import dev.superbill.adapter.wire.CodeBundles;
import dev.superbill.adapter.wire.TrailKeeper;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.inject.Instance;

/// Runs one command and ends. What a command does not need is not made: the engine is large.
public class Terminal implements QuarkusApplication {
    private final Instance<Api> api;
    private final Build build;
    private final CodeBundles bundles;
    private final Instance<TrailKeeper> trail;
    private final Instance<CaseSource> cases;

    Terminal(
            Instance<Api> api,
            Build build,
            CodeBundles bundles,
            Instance<TrailKeeper> trail,
            Instance<CaseSource> cases) {
        this.api = api;
        this.build = build;
        this.bundles = bundles;
        this.trail = trail;
        this.cases = cases;
    }

    @Override
    public int run(String... args) {
        return CommandLineDoor.open(build, api::get, bundles, trail::get)
                .learning(cases::get)
                .run(args);
    }
}
