package dev.superbill.adapter.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Answers every event of the function.
@Named("superbill")
public class CodingHandler implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        event.transferTo(OutputStream.nullOutputStream());
        answer.write("{}".getBytes(StandardCharsets.UTF_8));
    }
}
