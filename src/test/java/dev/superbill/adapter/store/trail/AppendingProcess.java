package dev.superbill.adapter.store.trail;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/// Appends records until it is killed, and prints the id of each that was acknowledged.
final class AppendingProcess {
    private static final int THREADS = 3;

    private AppendingProcess() {}

    /// Appends.
    ///
    /// @param args the database and what ids begin with
    public static void main(String... args) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (var database = SqliteFile.database(Path.of(args[0]));
                var threads = Executors.newFixedThreadPool(THREADS)) {
            var trail = new SqliteTrail(database);
            out.println(CrashTest.STARTED);
            for (int i = 0; i < THREADS; i++) {
                var name = args[1] + "-" + i + "-";
                threads.execute(() -> {
                    for (int n = 0; ; n++) {
                        trail.append(Records.answer(name + n));
                        out.println(name + n);
                    }
                });
            }
        }
    }
}
