package dev.superbill.adapter.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/// What program this is.
///
/// @param version the version and the commit, such as `1.0.0+4f2c1a9`
/// @param rules the release of the rules, such as `2026.4`
public record Build(String version, String rules) {
    private static final String RESOURCE = "/superbill-build.properties";
    private static final String RULES = "2026.4";

    /// What the build wrote of itself.
    public static Build ofClassPath() {
        var properties = new Properties();
        try (var stream = Build.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("the build left no " + RESOURCE);
            }
            properties.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var version = properties.getProperty("version", "");
        var commit = properties.getProperty("commit", "");
        // Outside a checkout nothing replaces the placeholder.
        return new Build(commit.matches("[0-9a-f]+") ? version + "+" + commit : version, RULES);
    }
}
