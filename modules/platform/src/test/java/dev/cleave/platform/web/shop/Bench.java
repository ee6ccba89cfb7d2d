package dev.cleave.platform.web.shop;

import dev.cleave.platform.processing.Lag;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a test tells the controller to do, and what the controller did. */
@Component
public class Bench {

    /** What came of a command, or the exception instead. */
    public volatile @Nullable Supplier<Object> handler;

    /** The identifiers that were given out for what requests create. */
    public final List<String> created = new CopyOnWriteArrayList<>();

    /** The identities of the commands that were sent. */
    public final List<String> commands = new CopyOnWriteArrayList<>();

    public volatile long versionInView = Long.MAX_VALUE;

    /** What things are called. */
    public volatile String name = "cup";

    /** How far the processors say they are behind. */
    public volatile List<Lag> lags = List.of();

    public void clear() {
        lags = List.of();
        name = "cup";
        handler = null;
        created.clear();
        commands.clear();
        versionInView = Long.MAX_VALUE;
    }
}
