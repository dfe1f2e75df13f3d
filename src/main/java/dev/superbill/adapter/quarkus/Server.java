package dev.superbill.adapter.quarkus;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.superbill.adapter.djl.LookupOnFailure;
import dev.superbill.adapter.lambda.CodingHandler;
import dev.superbill.classification.NoteClassifier;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;

/// Waits for calls over HTTP or, in a Lambda function, for events.
public class Server implements QuarkusApplication {
    private final CodingHandler handler;
    private final ObjectMapper mapper;
    private final NoteClassifier classifier;
    private final Shutdown shutdown;

    Server(
            CodingHandler handler,
            ObjectMapper mapper,
            NoteClassifier classifier,
            Shutdown shutdown) {
        this.handler = handler;
        this.mapper = mapper;
        this.classifier = classifier;
        this.shutdown = shutdown;
    }

    @Override
    public int run(String... args) {
        if (LambdaPollLoop.wanted()) {
            if (LambdaPollLoop.ahead() && classifier instanceof LookupOnFailure loading) {
                loading.await();
            }
            new LambdaPollLoop(handler, mapper).startPollLoop(shutdown);
        }
        Quarkus.waitForExit();
        return 0;
    }
}
