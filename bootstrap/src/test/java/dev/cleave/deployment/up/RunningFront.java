package dev.cleave.deployment.up;

import dev.cleave.deployment.Profile;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The front of a system whose processes somebody else runs than {@code up}. */
public final class RunningFront implements AutoCloseable {

    private final Front front;

    /** @param replica tells where a process is, by its unit and number */
    public RunningFront(Profile profile, BiFunction<String, String, @Nullable URI> replica) {
        this.front = new Front(profile, 0, new Front.Own() {
            @Override
            public Map<String, Object> health() {
                return Map.of("status", "UP");
            }

            @Override
            public Object processes() {
                return Map.of();
            }

            @Override
            public @Nullable String openApi() {
                return null;
            }

            @Override
            public @Nullable URI replica(String unit, String number) {
                return replica.apply(unit, number);
            }
        });
    }

    /** Its address. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + front.port());
    }

    /** From now on requests for a unit's contexts go to these processes in turn. */
    public void serve(String unit, Set<URI> processes) {
        front.serve(unit, processes);
    }

    @Override
    public void close() {
        front.close();
    }
}
