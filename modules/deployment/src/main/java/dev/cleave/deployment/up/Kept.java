package dev.cleave.deployment.up;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A process that is kept running: started again when it ends, after a pause that grows. One that was never ready and
 * has ended several
 * times is given up.
 */
final class Kept {

    /** How it is. */
    enum State {
        STARTING,
        READY,
        /** It runs, has been ready, and is not at present. */
        UNREADY,
        /** It ended, and is started again after a pause. */
        RESTARTING,
        /** Given up. */
        FAILED,
        STOPPING,
        STOPPED
    }

    /** How often and how patiently. */
    record Pace(Duration look, Duration shortestPause, Duration longestPause, Duration steady, int starts) {

        static final Pace USUAL = new Pace(
                Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(1), 3);

        Duration pauseAfter(int failures) {
            Duration pause = shortestPause.multipliedBy(1L << Math.min(failures - 1, 10));
            return pause.compareTo(longestPause) < 0 ? pause : longestPause;
        }
    }

    private static final int LOOKS_PER_LAG = 4;
    private static final int MISSES_ALLOWED = 1;

    private final String name;
    private final Service service;
    private final Console console;
    private final Consumer<Kept> changed;
    private final Pace pace;
    private final CompletableFuture<@Nullable Void> ready = new CompletableFuture<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition stopAsked = lock.newCondition();
    private final Thread keeper;

    private volatile State state = State.STARTING;
    private volatile int restarts;
    private volatile boolean stopping;
    private volatile @Nullable Child child;
    private volatile OptionalLong lag = OptionalLong.empty();
    private int misses;

    Kept(String name, Service service, Console console, Consumer<Kept> changed, Pace pace) {
        this.name = name;
        this.service = service;
        this.console = console;
        this.changed = changed;
        this.pace = pace;
        this.keeper = Thread.ofPlatform().daemon().name("keeper of " + name).unstarted(this::keep);
    }

    Kept start() {
        keeper.start();
        return this;
    }

    private void keep() {
        int failures = 0;
        while (!stopping) {
            long started = System.nanoTime();
            become(State.STARTING);
            String end = runOnce();
            lag = OptionalLong.empty();
            if (stopping) {
                break;
            }
            failures = System.nanoTime() - started >= pace.steady().toNanos() ? 1 : failures + 1;
            if (!ready.isDone() && failures >= pace.starts()) {
                console.say(name + " " + end + ", for the " + failures + ". time without having been ready, and is"
                        + " not started again."
                        + " What it said above tells why.");
                become(State.FAILED);
                ready.completeExceptionally(new CannotStart(name + " does not start; what it said above tells why."));
                return;
            }
            Duration pause = pace.pauseAfter(failures);
            console.say(name + " " + end + "; it is started again in " + pause.toMillis() / 1000.0 + " s.");
            become(State.RESTARTING);
            pause(pause);
            restarts++;
        }
        become(State.STOPPED);
        ready.completeExceptionally(new CannotStart(name + " was stopped before it was ready."));
    }

    /** Until it ends; how, in words. */
    private String runOnce() {
        try {
            Child running = Child.start(service.plan(), line -> console.line(name, line));
            child = running;
            for (int look = 0; running.isAlive() && !stopping; look++) {
                look(running, look % LOOKS_PER_LAG == 0);
                running.endsWithin(pace.look());
            }
            if (stopping) {
                become(State.STOPPING);
                running.stop();
            }
            return "ended with code " + running.end().getNow(-1);
        } catch (IOException e) {
            return "can't be started (" + e.getMessage() + ")";
        } catch (CannotStart e) {
            Child useless = child;
            if (useless != null) {
                useless.stop();
            }
            return "can't be started: " + String.valueOf(e.getMessage()).replaceFirst("\\.$", "");
        } finally {
            child = null;
        }
    }

    private void look(Child running, boolean askForLag) {
        boolean works = service.isReady() && running.isAlive();
        if (stopping) {
            return;
        }
        misses = works ? 0 : misses + 1;
        if (works) {
            if (askForLag) {
                lag = service.lag();
            }
            become(State.READY);
            ready.complete(null);
        } else if (state == State.READY && misses > MISSES_ALLOWED) {
            become(State.UNREADY);
        }
    }

    private void become(State next) {
        if (state != next) {
            state = next;
            changed.accept(this);
        }
    }

    private void pause(Duration pause) {
        lock.lock();
        try {
            long left = pause.toNanos();
            while (!stopping && left > 0) {
                left = stopAsked.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** Asks it to stop for good and does not wait. */
    void askToStop() {
        lock.lock();
        try {
            stopping = true;
            stopAsked.signalAll();
        } finally {
            lock.unlock();
        }
        Child running = child;
        if (running != null) {
            running.letGo();
        }
    }

    /** Waits until it has stopped, which it must have been asked to. */
    void awaitStop() {
        try {
            keeper.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Completed when it is ready for the first time; exceptionally if it is given up before. */
    CompletableFuture<@Nullable Void> ready() {
        return ready;
    }

    /** Completed when all have been ready; exceptionally as soon as one of them is given up. */
    static CompletableFuture<@Nullable Void> allReady(Collection<Kept> all) {
        CompletableFuture<@Nullable Void> together = new CompletableFuture<>();
        List<CompletableFuture<@Nullable Void>> each = all.stream().map(Kept::ready).toList();
        each.forEach(one -> one.exceptionally(failure -> {
            together.completeExceptionally(failure);
            return null;
        }));
        CompletableFuture.allOf(each.toArray(CompletableFuture[]::new)).thenRun(() -> together.complete(null));
        return together;
    }

    String name() {
        return name;
    }

    State state() {
        return state;
    }

    int port() {
        return service.port();
    }

    int restarts() {
        return restarts;
    }

    OptionalLong lag() {
        return lag;
    }

    /** -1 while there is no process. */
    long pid() {
        Child running = child;
        return running == null ? -1 : running.pid();
    }
}
