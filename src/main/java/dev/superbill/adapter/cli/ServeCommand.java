package dev.superbill.adapter.cli;

import picocli.CommandLine.Command;

/// Starts the HTTP server. The process does so itself; this is what help shows.
@Command(
        name = "serve",
        description =
                "Answers over HTTP until it is stopped; in a Lambda function, answers its events.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Runnable {
    @Override
    public void run() {
        throw new IllegalStateException("the server is started before commands are run");
    }
}
