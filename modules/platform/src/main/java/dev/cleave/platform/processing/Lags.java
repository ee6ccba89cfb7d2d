package dev.cleave.platform.processing;

import java.util.Collection;

/** How far the processors of this process are behind. */
public interface Lags {

    /** How far each processor was behind a moment ago. */
    Collection<Lag> all();

    /** How far one processor was behind a moment ago; not at all if nobody has looked yet. */
    Lag of(Processor processor);
}
