package dev.cleave.platform.telemetry;

import dev.cleave.platform.placement.BoundedContext;
import dev.cleave.platform.placement.Placement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names the context that a meter of requests or of a connection pool is about, as the platform's own meters do. */
final class ContextTag implements MeterFilter {

    private static final String CONTEXT = "context";
    private static final String NONE = "none";
    private static final String API = "/api/";

    private final Map<String, String> contextByStore;

    /** @param contextByStore the contexts of this process by the names of their stores, one of which is the context's own */
    ContextTag(Map<String, String> contextByStore) {
        this.contextByStore = Map.copyOf(contextByStore);
    }

    static ContextTag of(Placement placement) {
        Map<String, String> contextByStore = new HashMap<>();
        placement.held().forEach(context -> {
            contextByStore.put(context.name(), context.name());
            for (String store : context.registration().getAnnotation(BoundedContext.class).stores()) {
                contextByStore.put(store, context.name());
            }
        });
        return new ContextTag(contextByStore);
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        if (id.getName().startsWith("http.server.requests")) {
            return id.withTag(Tag.of(CONTEXT, ofPath(id.getTag("uri"))));
        }
        if (id.getName().startsWith("hikaricp.")) {
            return id.withTag(Tag.of(CONTEXT, ofStore(id.getTag("pool"))));
        }
        return id;
    }

    private String ofPath(@Nullable String path) {
        return path == null || !path.startsWith(API) ? NONE : ofStore(path.substring(API.length()).split("/", 2)[0]);
    }

    private String ofStore(@Nullable String store) {
        return store == null ? NONE : contextByStore.getOrDefault(store, NONE);
    }
}
