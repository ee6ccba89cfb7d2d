package dev.cleave.platform.datastore;

import org.springframework.context.SmartLifecycle;

/** Remembers which stores there are when all that may speak against the start has been looked at, and nothing has begun yet. */
final class RememberedStores implements SmartLifecycle {

    private final DataStores stores;
    private volatile boolean running;

    RememberedStores(DataStores stores) {
        this.stores = stores;
    }

    @Override
    public void start() {
        stores.remember();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
