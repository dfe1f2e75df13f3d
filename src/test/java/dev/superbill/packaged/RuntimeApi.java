package dev.superbill.packaged;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A small Lambda runtime interface: it hands out one event at a time and takes what becomes of it.
final class RuntimeApi implements AutoCloseable {
    private static final String RUNTIME = "/2018-06-01/runtime/";
    private static final int PATIENCE_S = 120;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
    private final AtomicInteger ids = new AtomicInteger();

    RuntimeApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext(RUNTIME, this::handle);
        server.start();
    }

    /// What became of an event.
    ///
    /// @param kind `response` or `error`
    /// @param body what was sent
    record Outcome(String kind, String body) {
        @Override
        public String toString() {
            return "Outcome[" + kind + "]";
        }
    }

    private static final class Event {
        private final String id;
        private final byte[] body;

        Event(String id, byte[] body) {
            this.id = id;
            this.body = body;
        }
    }

    /// The value of `AWS_LAMBDA_RUNTIME_API`.
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /// Sends an event and waits for what becomes of it.
    Outcome invoke(byte[] event) throws InterruptedException {
        events.add(new Event("request-" + ids.incrementAndGet(), event));
        var outcome = outcomes.poll(PATIENCE_S, TimeUnit.SECONDS);
        if (outcome == null) {
            throw new AssertionError("the function did not answer");
        }
        return outcome;
    }

    /// Sends an event and expects an answer.
    String answer(String event) throws InterruptedException {
        var outcome = invoke(event.getBytes(StandardCharsets.UTF_8));
        if (!outcome.kind().equals("response")) {
            throw new AssertionError("the function failed");
        }
        return outcome.body();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath().substring(RUNTIME.length());
            if (path.equals("invocation/next")) {
                next(exchange);
                return;
            }
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            outcomes.add(new Outcome(path.substring(path.lastIndexOf('/') + 1), body));
            exchange.sendResponseHeaders(202, -1);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void next(HttpExchange exchange) throws IOException, InterruptedException {
        var event = events.take();
        var headers = exchange.getResponseHeaders();
        headers.add("Content-Type", "application/json");
        headers.add("Lambda-Runtime-Aws-Request-Id", event.id);
        headers.add(
                "Lambda-Runtime-Invoked-Function-Arn",
                "arn:aws:lambda:us-east-1:000000000000:function:superbill");
        headers.add(
                "Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + 60_000));
        exchange.sendResponseHeaders(200, event.body.length);
        exchange.getResponseBody().write(event.body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
