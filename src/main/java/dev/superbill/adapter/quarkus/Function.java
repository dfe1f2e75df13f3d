package dev.superbill.adapter.quarkus;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/// The Lambda function alone, as its own small binary is built: no server, no command line.
@QuarkusMain(name = "function")
public final class Function {
    private static final int MISUSED = 2;

    private Function() {}

    /// Starts the process.
    public static void main(String... args) {
        if (!LambdaPollLoop.wanted()) {
            System.err.println(
                    "This binary is a Lambda function: AWS_LAMBDA_RUNTIME_API has to name the"
                            + " runtime interface.");
            System.exit(MISUSED);
        }
        Quarkus.run(Server.class);
    }
}
