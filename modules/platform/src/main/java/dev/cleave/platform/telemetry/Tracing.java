package dev.cleave.platform.telemetry;

import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Traces what follows from a request, over commands and events, through all units: a message carries the W3C {@code traceparent} of
 * what sent it among its metadata, and handling it is a part of the same trace. Only a trace that is sampled is carried; nothing
 * begins one but a request and a wait that runs out.
 */
public interface Tracing {

    /** Whether anything is traced at all; without, messages carry nothing and handling them costs nothing more. */
    boolean on();

    /** A name for all that will follow from what begins now: the present trace's identity, or outside of one a random number alike. */
    String correlation();

    /** What a message that is sent now is to carry; empty outside of a sampled trace. */
    Map<String, String> carried();

    /**
     * Goes on, on this thread, with the trace that a message carries.
     *
     * @param name what is done
     * @param metaData the message's
     */
    Part continued(String name, Side side, Map<String, ?> metaData);

    /** Begins a trace on this thread, if it is among those sampled. */
    Part begun(String name);

    /** What the work is for. */
    enum Side {
        /** Somebody waits for its answer. */
        ANSWERING,
        /** It follows from what has happened. */
        FOLLOWING
    }

    /** A part of a trace, open on one thread until it is closed there. */
    interface Part extends AutoCloseable {

        /** Of nothing. */
        Part NONE = new Part() {
            @Override
            public void tag(String name, String value) {}

            @Override
            public void failed(Throwable failure) {}

            @Override
            public void close() {}
        };

        void tag(String name, String value);

        /** Notes that it failed, by the failure's type alone: its message may repeat personal data. */
        void failed(Throwable failure);

        @Override
        void close();
    }

    /** A random number, written as the identity of a trace is. */
    static String random() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return HexFormat.of().toHexDigits(random.nextLong()) + HexFormat.of().toHexDigits(random.nextLong());
    }

    /** Traces nothing. */
    static Tracing off() {
        return new Tracing() {
            @Override
            public boolean on() {
                return false;
            }

            @Override
            public String correlation() {
                return random();
            }

            @Override
            public Map<String, String> carried() {
                return Map.of();
            }

            @Override
            public Part continued(String name, Side side, Map<String, ?> metaData) {
                return Part.NONE;
            }

            @Override
            public Part begun(String name) {
                return Part.NONE;
            }
        };
    }
}
