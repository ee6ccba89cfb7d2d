package dev.cleave.platform.placement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/**
 * The names under which messages, and the states of aggregates, are stored and sent, such as {@code ordering.OrderShipped}. A name is
 * given once; it stays when its class is renamed or moved.
 *
 * <p>The file {@value #FILE} beside a context's registration class lists the context's names, one a line: the name, the class below the
 * context's package, and the names under which it was stored before. What was ever stored keeps its line. The name in a message picks one
 * of these classes; no other class is ever loaded for it.
 */
public final class MessageNames {

    /** The file with a context's names. */
    public static final String FILE = "message-names.properties";

    private final Map<String, Named> byName = new HashMap<>();
    private final Map<String, Named> byType = new HashMap<>();
    private final Map<Named, Class<?>> types = new ConcurrentHashMap<>();
    private final boolean former;

    private record Named(String name, String type, List<String> formerly, @Nullable ClassLoader loader) {

        Set<String> all() {
            Set<String> all = new TreeSet<>(formerly);
            all.add(name);
            return all;
        }
    }

    /**
     * Reads the names of contexts; those of the platform's own values are known.
     *
     * @param former whether to write under former names, which processes of an earlier version read
     * @throws IllegalStateException if one name stands for two types, or one type has two names
     */
    public MessageNames(Collection<Context> contexts, boolean former) {
        this.former = former;
        for (Class<?> value : List.of(String.class, Boolean.class, Integer.class, Long.class, MetaData.class)) {
            add(new Named(value.getName(), value.getName(), List.of(), value.getClassLoader()));
        }
        for (String own : List.of("failure.Failure", "messaging.NoAnswer", "messaging.HandlerFailed")) {
            String type = "dev.cleave.platform." + own;
            add(new Named("platform" + own.substring(own.indexOf('.')), type, List.of(type), getClass().getClassLoader()));
        }
        contexts.forEach(this::read);
    }

    private void read(Context context) {
        try (InputStream file = context.registration().getResourceAsStream(FILE)) {
            if (file != null) {
                new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .forEach(line -> add(named(context, List.of(line.split("\\s*[=,]\\s*")))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Named named(Context context, List<String> line) {
        if (line.size() < 2 || !line.getFirst().startsWith(context.name() + ".")) {
            throw new IllegalStateException("The names of " + context.name() + " begin with \"" + context.name()
                    + ".\" and each stands before \"=\" and its class: correct the line of " + line.getFirst() + " in " + FILE
                    + ".");
        }
        return new Named(line.getFirst(), context.basePackage() + "." + line.get(1), line.subList(2, line.size()),
                context.registration().getClassLoader());
    }

    private void add(Named named) {
        named.all().forEach(name -> once(byName.putIfAbsent(name, named), named, name));
        once(byType.putIfAbsent(named.type(), named), named, named.type());
    }

    private static void once(@Nullable Named other, Named named, String what) {
        if (other != null) {
            throw new IllegalStateException(what + " stands for both " + other.name() + " and " + named.name() + " in " + FILE
                    + ". A name is given once; leave the older line as it is, and correct the newer one.");
        }
    }

    /**
     * The name under which a type is written.
     *
     * @throws IllegalArgumentException if it has none
     */
    public String of(Class<?> type) {
        return find(type).orElseThrow(() -> new IllegalArgumentException(type.getName()
                + " has no name under which it could be stored or sent; add a line for it to the file " + FILE
                + " of its context."));
    }

    /** The name under which a type is written, if it has one. */
    public Optional<String> find(Class<?> type) {
        return Optional.ofNullable(byType.get(type.getName()))
                .map(named -> former && !named.formerly().isEmpty() ? named.formerly().getLast() : named.name());
    }

    /** The present name of a type, which may be gone or have moved, by its class's name; that itself if it has no other. */
    public String ofType(String type) {
        Named named = byType.get(type);
        return named == null ? present(type) : named.name();
    }

    /** The type that a name stands for, be it the present or a former one. */
    public Optional<Class<?>> typeOf(String name) {
        return Optional.ofNullable(byName.get(name)).map(named -> types.computeIfAbsent(
                named, each -> ClassUtils.resolveClassName(each.type(), each.loader())));
    }

    /** The present name for what may be a former one; a name that stands for nothing is returned as it is. */
    public String present(String name) {
        Named named = byName.get(name);
        return named == null ? name : named.name();
    }

    /** All names, present and former, of what a name stands for. */
    public Set<String> all(String name) {
        Named named = byName.get(name);
        return named == null ? Set.of(name) : named.all();
    }

    /** All names, present and former, of what a context stores and sends. */
    public Set<String> of(Context context) {
        Set<String> names = new TreeSet<>();
        byType.values().stream()
                .filter(named -> named.name().startsWith(context.name() + "."))
                .forEach(named -> names.addAll(named.all()));
        return names;
    }
}
