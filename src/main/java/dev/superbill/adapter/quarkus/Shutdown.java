package dev.superbill.adapter.quarkus;

import io.quarkus.runtime.ShutdownContext;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Deque;

/// Runs tasks when the process ends, the latest first.
@Singleton
class Shutdown implements ShutdownContext {
    private final Deque<Runnable> tasks = new ArrayDeque<>();

    @Override
    public synchronized void addShutdownTask(Runnable task) {
        tasks.addFirst(task);
    }

    @Override
    public synchronized void addLastShutdownTask(Runnable task) {
        tasks.addLast(task);
    }

    synchronized void run(@Observes ShutdownEvent end) {
        tasks.forEach(Runnable::run);
        tasks.clear();
    }
}
