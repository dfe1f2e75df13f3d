package dev.superbill.adapter.quarkus;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.superbill.adapter.lambda.CodingHandler;
import io.quarkus.amazon.lambda.runtime.AbstractLambdaPollLoop;
import io.quarkus.amazon.lambda.runtime.AmazonLambdaContext;
import io.quarkus.amazon.lambda.runtime.LambdaInputReader;
import io.quarkus.amazon.lambda.runtime.LambdaOutputWriter;
import io.quarkus.runtime.LaunchMode;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import org.jspecify.annotations.Nullable;

/// Asks the Lambda runtime interface for events and hands them to the handler.
///
/// The extension starts its own loop in every native binary, whether a runtime interface is there
/// or not, and never on the JVM. This one runs in both, and only where `AWS_LAMBDA_RUNTIME_API`
/// names the interface.
final class LambdaPollLoop extends AbstractLambdaPollLoop {
    private static final String RUNTIME_API = "AWS_LAMBDA_RUNTIME_API";
    private static final String INITIALISED = "AWS_LAMBDA_INITIALIZATION_TYPE";
    private static final String ON_DEMAND = "on-demand";

    private final CodingHandler handler;

    LambdaPollLoop(CodingHandler handler, ObjectMapper mapper) {
        super(mapper, mapper.reader(), mapper.reader(), LaunchMode.current());
        this.handler = handler;
    }

    /// Whether this process is a Lambda function.
    static boolean wanted() {
        return System.getenv(RUNTIME_API) != null;
    }

    /// Whether the process starts ahead of any event, as with provisioned concurrency: whoever asks
    /// for an event has then said that all is loaded. On demand an event waits already, and perhaps
    /// needs no model.
    static boolean ahead() {
        var kind = System.getenv(INITIALISED);
        return kind != null && !kind.equals(ON_DEMAND);
    }

    /// The handler needs nothing of the context, so that no header of an odd caller can stop a
    /// call.
    @Override
    protected @Nullable AmazonLambdaContext createContext(HttpURLConnection event) {
        return null;
    }

    @Override
    protected boolean isStream() {
        return true;
    }

    @Override
    protected void processRequest(
            InputStream event, OutputStream answer, @Nullable AmazonLambdaContext context)
            throws Exception {
        handler.handleRequest(event, answer, context);
    }

    @Override
    protected @Nullable Object processRequest(Object input, @Nullable AmazonLambdaContext context) {
        throw new UnsupportedOperationException("the handler reads streams");
    }

    @Override
    protected LambdaInputReader<Object> getInputReader() {
        throw new UnsupportedOperationException("the handler reads streams");
    }

    @Override
    protected LambdaOutputWriter getOutputWriter() {
        throw new UnsupportedOperationException("the handler writes streams");
    }
}
