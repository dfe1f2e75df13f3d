package dev.superbill.adapter.quarkus;

import dev.superbill.adapter.cli.CommandLineDoor;
import dev.superbill.adapter.wire.Api;
import dev.superbill.adapter.wire.Build;
import dev.superbill.adapter.wire.CodeBundles;
import io.quarkus.runtime.QuarkusApplication;

/// Runs one command and ends.
public class Terminal implements QuarkusApplication {
    private final Api api;
    private final Build build;
    private final CodeBundles bundles;

    Terminal(Api api, Build build, CodeBundles bundles) {
        this.api = api;
        this.build = build;
        this.bundles = bundles;
    }

    @Override
    public int run(String... args) {
        return CommandLineDoor.open(build, () -> api, bundles).run(args);
    }
}
