package dev.superbill.adapter.quarkus;

import dev.superbill.adapter.cli.CommandLineDoor;
import dev.superbill.adapter.wire.Api;
import dev.superbill.adapter.wire.Build;
import io.quarkus.runtime.QuarkusApplication;

/// Runs one command and ends.
public class Terminal implements QuarkusApplication {
    private final Api api;
    private final Build build;

    Terminal(Api api, Build build) {
        this.api = api;
        this.build = build;
    }

    @Override
    public int run(String... args) {
        return CommandLineDoor.open(build, () -> api).run(args);
    }
}
