package dev.superbill.bench.hello;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Reads the event and answers a constant.
@Named("hello")
public class Hello implements RequestStreamHandler {
    private static final byte[] ANSWER =
            "{\"hello\":\"superbill\"}".getBytes(StandardCharsets.UTF_8);

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        event.readAllBytes();
        answer.write(ANSWER);
    }
}
