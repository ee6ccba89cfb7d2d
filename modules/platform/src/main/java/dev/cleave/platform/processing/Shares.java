package dev.cleave.platform.processing;

import dev.cleave.platform.placement.Context;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** This replica's share of the work of each context. */
final class Shares {

    private final String replica;
    private final Map<Context, Share> shares = new ConcurrentHashMap<>();

    Shares(String replica) {
        this.replica = replica;
    }

    Share of(Context context) {
        return shares.computeIfAbsent(context, c -> new Share(replica, System::nanoTime));
    }
}
