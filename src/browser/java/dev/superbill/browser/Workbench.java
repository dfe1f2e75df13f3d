package dev.superbill.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.packaged.Artifact;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The packaged server on a free port, with a store of its own under `target`.
final class Workbench implements AutoCloseable {
    private static final Path FOLDERS = Path.of("target", "browser");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int READY = 200;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Artifact artifact;
    private final URI home;

    private Workbench(Artifact artifact) throws IOException, InterruptedException {
        this.artifact = artifact;
        this.home = URI.create("http://127.0.0.1:" + artifact.port());
    }

    /// A server with an empty store.
    ///
    /// @param name names its folder and its log
    static Workbench fresh(String name) throws IOException, InterruptedException {
        var store = store(name);
        if (Files.exists(store)) {
            try (var files = Files.walk(store)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return again(name);
    }

    /// A server with the store that an earlier one of that name left.
    static Workbench again(String name) throws IOException, InterruptedException {
        var folder = Files.createDirectories(store(name)).toAbsolutePath();
        var artifact =
                Artifact.start(
                        "browser-" + name,
                        Artifact.command("serve"),
                        folder,
                        Map.of(
                                "QUARKUS_HTTP_PORT",
                                "0",
                                "QUARKUS_HTTP_HOST",
                                "127.0.0.1",
                                "SUPERBILL_STORE_PATH",
                                folder.resolve("superbill.db").toString()));
        try {
            var server = new Workbench(artifact);
            server.awaitReady();
            return server;
        } catch (IOException | InterruptedException | AssertionError e) {
            artifact.close();
            throw e;
        }
    }

    private static Path store(String name) {
        return FOLDERS.resolve(name);
    }

    /// Where its pages are.
    URI home() {
        return home;
    }

    /// What it answers to a `GET`.
    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(home.resolve(path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private void awaitReady() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (get("/q/health/ready").statusCode() != READY) {
            assertThat(System.nanoTime()).as("not ready: " + artifact.log()).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /// Ends it as `kill -9` does.
    void kill() throws InterruptedException {
        artifact.kill();
    }

    @Override
    public void close() throws IOException {
        client.close();
        artifact.close();
    }
}
