package dev.cleave.platform.web.intake;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How much memory the bodies and answers under way may take together. The first few kilobytes of each are free, so that ordinary
 * requests never wait for large ones.
 */
public final class PayloadMemory {

    private static final int UNIT = 1024;
    private static final int FREE = 16 * UNIT;
    private static final long PATIENCE_SECONDS = 2;

    private final Semaphore units;

    public PayloadMemory(long bytes) {
        this.units = new Semaphore((int) Math.min(Integer.MAX_VALUE, bytes / UNIT));
    }

    Share share() {
        return new Share();
    }

    /** What one request takes of it; given back when it is closed. */
    final class Share implements AutoCloseable {

        private int taken;

        /** Takes so many bytes in all, waiting a little for others to give theirs back; whether they could be had. */
        boolean growTo(long bytes) {
            int needed = (int) Math.max(0, (bytes - FREE + UNIT - 1) / UNIT) - taken;
            if (needed <= 0) {
                return true;
            }
            try {
                if (!units.tryAcquire(needed, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    return false;
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return false;
            }
            taken += needed;
            return true;
        }

        @Override
        public void close() {
            units.release(taken);
            taken = 0;
        }
    }
}
