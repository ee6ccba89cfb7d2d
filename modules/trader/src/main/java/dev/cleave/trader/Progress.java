package dev.cleave.trader;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far a phase has got: a bar on a terminal, a plain line now and then elsewhere. */
final class Progress implements AutoCloseable {

    private static final Duration BAR_EVERY = Duration.ofMillis(250);
    private static final Duration LINE_EVERY = Duration.ofSeconds(5);
    private static final int WIDTH = 110;

    private final Thread painter;
    private final Runnable last;

    private Progress(Duration every, Runnable paint, Runnable last) {
        this.last = last;
        this.painter = Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    Thread.sleep(every);
                    paint.run();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /**
     * Begins to show a phase.
     *
     * @param total how many there are to do
     * @param done how many are done by now
     * @param remark what else there is to say by now, in few words
     */
    static Progress of(String phase, long total, LongSupplier done, Supplier<String> remark) {
        Console console = System.console();
        PrintStream err = System.err;
        if (console == null || !console.isTerminal()) {
            AtomicReference<String> said = new AtomicReference<>("");
            Runnable line = () -> {
                String now = (phase + ": " + done.getAsLong() + " of " + total + "  " + remark.get()).stripTrailing();
                if (!now.equals(said.getAndSet(now))) {
                    err.println(now);
                }
            };
            return new Progress(LINE_EVERY, line, line);
        }
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(phase)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis((int) BAR_EVERY.toMillis())
                .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
                .build();
        Runnable paint = () -> {
            bar.stepTo(done.getAsLong());
            bar.setExtraMessage(remark.get());
        };
        return new Progress(BAR_EVERY, paint, () -> {
            paint.run();
            bar.close();
        });
    }

    @Override
    public void close() {
        painter.interrupt();
        try {
            painter.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        last.run();
    }
}
