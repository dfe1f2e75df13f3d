package dev.superbill.adapter.store.trail;

import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/// A SQLite file: made, and brought to the newest schema, when it is first written to.
///
/// Writers of this process wait in line, and whoever is first writes for all who wait: one
/// transaction, and so one wait for the disk, serves many. Writers of other processes are kept out
/// by SQLite's own lock. A write that has returned is on the disk.
public final class SqliteDatabase implements AutoCloseable {
    /// How long a writer waits for those of other processes, in milliseconds.
    private static final int PATIENCE = 10_000;

    private static final int MOST_IN_ONE = 256;

    /// One at a time in this process: a file's lock holds against other processes only.
    private static final ReentrantLock OPENING = new ReentrantLock();

    private final Path file;
    private final DataSource source;
    private final Flyway schema;
    private final ReentrantLock writing = new ReentrantLock();
    private final Queue<Write<?>> waiting = new ConcurrentLinkedQueue<>();
    private final Turns turns;
    private volatile boolean opened;
    private @Nullable Connection writer;

    /// What is done with a connection.
    interface Work<T> {
        /// Does it.
        ///
        /// @throws SQLException if the database cannot
        T with(Connection connection) throws SQLException;
    }

    /// @param file where the database lies, or will
    /// @param source opens connections to it
    /// @param schema brings it to the newest schema, by connections of its own
    public SqliteDatabase(Path file, DataSource source, Flyway schema) {
        this.file = file.toAbsolutePath();
        this.source = source;
        this.schema = schema;
        this.turns = new Turns(this.file.resolveSibling(this.file.getFileName() + ".lock"));
    }

    /// A database whose schema is read from the class path.
    ///
    /// @param file where the database lies, or will
    /// @param source opens connections to it
    public static SqliteDatabase in(Path file, DataSource source) {
        return new SqliteDatabase(
                file,
                source,
                Flyway.configure().dataSource(source).locations("classpath:db/migration").load());
    }

    /// Writes, all of it or nothing. What other threads have to write meanwhile may share the
    /// transaction; what fails takes back only its own.
    ///
    /// @throws CodingException with `STORE_UNAVAILABLE` if the database cannot be used, or as the
    ///   work throws it
    <T> T write(Work<T> work) {
        var write = new Write<>(work);
        waiting.add(write);
        writing.lock();
        try {
            while (!write.ended) {
                commit(next());
            }
        } finally {
            writing.unlock();
        }
        return write.result();
    }

    /// Reads.
    ///
    /// @param nothing what is found where there is no database yet: none is made to be read
    /// @throws CodingException with `STORE_UNAVAILABLE` if the database cannot be used
    <T> T read(T nothing, Work<T> work) {
        if (!exists()) {
            return nothing;
        }
        open();
        try (var connection = connect()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    /// Whether there is a database yet.
    boolean exists() {
        return opened || Files.exists(file);
    }

    /// Moves what was deleted out of the log too, as far as nobody reads it.
    void forgetDeleted() {
        writing.lock();
        try {
            execute(writer(), "PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException e) {
            discardWriter();
            throw unavailable(e);
        } finally {
            writing.unlock();
        }
    }

    private List<Write<?>> next() {
        var batch = new ArrayList<Write<?>>();
        while (batch.size() < MOST_IN_ONE) {
            var write = waiting.poll();
            if (write == null) {
                break;
            }
            batch.add(write);
        }
        return batch;
    }

    /// Every write has ended thereafter, well or not, whatever happens.
    private void commit(List<Write<?>> batch) {
        boolean committed = false;
        try {
            var connection = writer();
            try (var _ = turns.take()) {
                execute(connection, "BEGIN IMMEDIATE");
                for (var write : batch) {
                    write.run(connection);
                }
                execute(connection, "COMMIT");
            }
            committed = true;
        } catch (SQLException e) {
            batch.forEach(write -> write.failure = unavailable(e));
        } catch (CodingException e) {
            batch.forEach(write -> write.failure = e);
        } finally {
            if (!committed) {
                discardWriter();
            }
            for (var write : batch) {
                write.end(committed);
            }
        }
    }

    private Connection writer() throws SQLException {
        var connection = writer;
        if (connection == null) {
            open();
            connection = connect();
            writer = connection;
        }
        return connection;
    }

    private void discardWriter() {
        var connection = writer;
        writer = null;
        if (connection != null) {
            try {
                // A pool would keep it as it is.
                execute(connection, "ROLLBACK");
            } catch (SQLException _) {
                // There was nothing to take back.
            }
            try {
                connection.close();
            } catch (SQLException _) {
                // It is given up either way.
            }
        }
    }

    private Connection connect() throws SQLException {
        var connection = source.getConnection();
        try {
            execute(connection, "PRAGMA busy_timeout = " + PATIENCE);
            execute(connection, "PRAGMA foreign_keys = ON");
            execute(connection, "PRAGMA synchronous = FULL");
            execute(connection, "PRAGMA secure_delete = ON");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private void open() {
        if (opened) {
            return;
        }
        OPENING.lock();
        try {
            if (!opened) {
                var _ = OwnedFile.folderOf(file);
                try (var _ = turns.take()) {
                    var _ = OwnedFile.at(file);
                    migrate();
                }
                opened = true;
            }
        } catch (IOException e) {
            throw new CodingException(
                    Fault.STORE_UNAVAILABLE, "the database " + file + " cannot be made", e);
        } catch (SQLException | FlywayException e) {
            throw unavailable(e);
        } finally {
            OPENING.unlock();
        }
    }

    private void migrate() throws SQLException {
        try (var connection = connect()) {
            execute(connection, "PRAGMA journal_mode = WAL");
        }
        schema.migrate();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private CodingException unavailable(Exception cause) {
        return new CodingException(
                Fault.STORE_UNAVAILABLE, "the database " + file + " cannot be used", cause);
    }

    /// Closes the connection that writes.
    @Override
    public void close() {
        writing.lock();
        try {
            discardWriter();
            turns.close();
        } finally {
            writing.unlock();
        }
    }

    /// A piece of work, and what came of it. All but its making happens under the lock of writers.
    private static final class Write<T> {
        private final Work<T> work;
        private @Nullable T found;
        private @Nullable CodingException failure;
        private boolean ended;

        Write(Work<T> work) {
            this.work = work;
        }

        /// A failure of the work itself is its own; one of the database stops all.
        void run(Connection connection) throws SQLException {
            execute(connection, "SAVEPOINT write");
            try {
                found = work.with(connection);
            } catch (CodingException e) {
                failure = e;
                execute(connection, "ROLLBACK TO write");
            }
            execute(connection, "RELEASE write");
        }

        void end(boolean committed) {
            ended = true;
            if (!committed && failure == null) {
                failure =
                        new CodingException(
                                Fault.STORE_UNAVAILABLE, "the database was not written to");
            }
        }

        T result() {
            if (failure != null) {
                throw failure;
            }
            if (found == null) {
                throw new IllegalStateException("work finds something");
            }
            return found;
        }
    }
}
