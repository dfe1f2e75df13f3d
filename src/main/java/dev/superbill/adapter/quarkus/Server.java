package dev.superbill.adapter.quarkus;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.superbill.adapter.lambda.CodingHandler;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;

/// Waits for calls over HTTP or, in a Lambda function, for events.
public class Server implements QuarkusApplication {
    private final CodingHandler handler;
    private final ObjectMapper mapper;
    private final Shutdown shutdown;

    Server(CodingHandler handler, ObjectMapper mapper, Shutdown shutdown) {
        this.handler = handler;
        this.mapper = mapper;
        this.shutdown = shutdown;
    }

    @Override
    public int run(String... args) {
        if (LambdaPollLoop.wanted()) {
            new LambdaPollLoop(handler, mapper).startPollLoop(shutdown);
        }
        Quarkus.waitForExit();
        return 0;
    }
}
