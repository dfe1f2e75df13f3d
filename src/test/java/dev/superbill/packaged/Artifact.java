package dev.superbill.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.adapter.wire.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// A process of the packaged artifact. Closing it ends the process and looks for the planted word
/// in what it logged.
public final class Artifact implements AutoCloseable {
    private static final Path BUILT = Path.of(System.getProperty("superbill.artifact", "target"));
    private static final Path LOGS = Path.of("target", "packaged-logs");
    private static final Pattern LISTENING = Pattern.compile("Listening on: http://[^:]+:(\\d+)");
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int LOOK_EVERY_MS = 50;

    private final Process process;
    private final Path log;

    private Artifact(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /// What a command printed and how it ended.
    ///
    /// @param exit the exit code
    /// @param out standard output
    /// @param err standard error
    record Ended(int exit, String out, String err) {}

    /// Whether the artifact is a native binary.
    static boolean isNative() {
        return !BUILT.toString().endsWith(".jar");
    }

    /// The command that starts the artifact.
    public static List<String> command(String... args) {
        var command = new ArrayList<String>();
        if (!isNative()) {
            command.addAll(List.of(java(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar"));
        }
        command.add(BUILT.toAbsolutePath().toString());
        command.addAll(List.of(args));
        return command;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /// Starts a process that stays.
    public static Artifact start(
            String name, List<String> command, Path folder, Map<String, String> environment)
            throws IOException {
        Files.createDirectories(LOGS);
        var log = LOGS.resolve(name + ".log");
        return new Artifact(
                builder(command, folder, environment)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start(),
                log);
    }

    /// Runs a command to its end.
    static Ended run(Path folder, byte[] input, String... args)
            throws IOException, InterruptedException {
        var out = Files.createTempFile(folder, "out", ".txt");
        var err = Files.createTempFile(folder, "err", ".txt");
        var in = Files.write(Files.createTempFile(folder, "in", ".txt"), input);
        var process =
                builder(command(args), folder, Map.of())
                        .redirectInput(in.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), read(out), read(err));
    }

    private static ProcessBuilder builder(
            List<String> command, Path folder, Map<String, String> environment) {
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().putAll(environment);
        return builder;
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    /// The port that the process listens at, once it does.
    public int port() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var said = LISTENING.matcher(read(log));
            if (said.find()) {
                return Integer.parseInt(said.group(1));
            }
            assertThat(process.isAlive()).as(read(log)).isTrue();
            process.waitFor(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
        }
        throw new AssertionError("nothing listens: " + read(log));
    }

    /// What it logged so far.
    public String log() throws IOException {
        return read(log);
    }

    /// Ends it at once, as `kill -9` does, and waits until it is gone.
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        assertThat(read(log)).doesNotContain(Sample.PLANTED);
    }
}
