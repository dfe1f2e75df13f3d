package dev.superbill.adapter.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import dev.superbill.adapter.wire.Api;
import dev.superbill.adapter.wire.Call;
import dev.superbill.adapter.wire.Claims;
import dev.superbill.adapter.wire.Door;
import dev.superbill.adapter.wire.Json;
import dev.superbill.adapter.wire.ProblemException;
import dev.superbill.adapter.wire.Reply;
import dev.superbill.adapter.wire.ResultSink;
import dev.superbill.audit.Actor;
import dev.superbill.failure.CodingException;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Answers every event of the function in the event's own form. It never throws for a bad one.
@Named("superbill")
@Singleton
public final class CodingHandler implements RequestStreamHandler {
    private final Api api;
    private final ResultSink sink;
    private final Callers callers;

    /// @param api what answers
    /// @param sink where the answers to messages of a queue go
    /// @param claims where a gateway's claims tell who calls
    /// @param tenant whose the events are that tell no caller
    public CodingHandler(
            Api api,
            ResultSink sink,
            Claims claims,
            @ConfigProperty(name = "superbill.tenant", defaultValue = Actor.ALONE) String tenant) {
        this.api = api;
        this.sink = sink;
        this.callers = new Callers(claims, tenant);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, @Nullable Context context)
            throws IOException {
        answer.write(answer(event.readAllBytes()));
    }

    private byte[] answer(byte[] event) {
        try {
            return switch (Event.of(event)) {
                case Event.Direct _ ->
                        api.answer(Call.suggestions(callers.service(), Door.LAMBDA, event)).body();
                case Event.RestApi(var tree) -> gateway(() -> GatewayCall.ofRestApi(tree, callers));
                case Event.HttpApi(var tree) -> gateway(() -> GatewayCall.ofHttpApi(tree, callers));
                case Event.Batch(var records) -> Json.write(batch(records));
                case Event.Unsupported _ ->
                        Api.unsupportedEvent(
                                        "Send a request of the interface, an API Gateway or"
                                                + " Function URL event, or an SQS batch.")
                                .body();
            };
        } catch (RuntimeException bug) {
            return Api.failed(bug).body();
        }
    }

    private byte[] gateway(Supplier<Optional<Call>> call) {
        Reply reply;
        try {
            reply = call.get().map(api::answer).orElseGet(() -> Api.refused(400));
        } catch (ProblemException e) {
            reply = Reply.of(e.problem());
        }
        return Json.write(GatewayReply.of(reply));
    }

    /// Answers each message into the sink. A message whose answer is a problem is delivered again,
    /// so that it ends in the queue's dead letters, where people look; the sink tells meanwhile
    /// what is wrong with it.
    private BatchReply batch(JsonNode records) {
        var failures = new ArrayList<BatchReply.Failure>();
        for (var message : records) {
            var id = message.path("messageId").asText("");
            if (!answered(id, message.path("body").asText(""))) {
                failures.add(new BatchReply.Failure(id));
            }
        }
        return new BatchReply(failures);
    }

    private boolean answered(String id, String body) {
        if (id.isEmpty()) {
            return false;
        }
        Reply reply =
                api.answer(Call.suggestions(callers.service(), Door.SQS, GatewayCall.utf8(body)));
        try {
            sink.write(id, reply);
        } catch (CodingException e) {
            Api.failed(e);
            return false;
        }
        return reply.successful();
    }
}
