package dev.cleave.bootstrap.proof.running;

import dev.cleave.bootstrap.proof.shop.History;
import dev.cleave.bootstrap.proof.shop.Shop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/**
 * Gives the tests of a class the {@link Shop} of a system that they share: the one at the address in the system property
 * {@code cleave.url}, wherever and however that runs, or else one that is started here, once, and ended with the class. Where it is
 * started here, the tests are given its {@link RawEvents} too.
 */
public class SharedCleave implements BeforeAllCallback, ParameterResolver {

    private static final Namespace HERE = Namespace.create(SharedCleave.class);

    /** Reads the event store of the shared system while nothing happens in it. */
    public interface RawEvents extends Supplier<History> {}

    /** The same with every store on PostgreSQL. */
    public static final class OnPostgres extends SharedCleave {

        @Override
        public Shared startHere() {
            PostgresStores stores = PostgresStores.orSkip();
            List<String> options = new ArrayList<>(List.of(Hurry.OPTIONS));
            options.addAll(List.of(stores.options()));
            RunningCleave cleave = new RunningCleave(folder(), options.toArray(String[]::new));
            return new Shared(new Shop(cleave.start()::url), stores::history, () -> {
                cleave.close();
                stores.close();
            });
        }
    }

    /** A running system and what ends it. */
    public record Shared(Shop shop, RawEvents events, AutoCloseable end) implements AutoCloseable {

        @Override
        public void close() throws Exception {
            end.close();
        }
    }

    public Shared startHere() {
        String given = System.getProperty("cleave.url", "");
        if (!given.isEmpty()) {
            return new Shared(new Shop(() -> URI.create(given)), SharedCleave::notHere, () -> {});
        }
        RunningCleave cleave = new RunningCleave(folder(), Hurry.OPTIONS).start();
        Shop shop = new Shop(cleave::url);
        return new Shared(
                shop, () -> History.ofBackup(Path.of(shop.post("/actuator/backup", null).expect(200).text("folder"))), cleave);
    }

    private static History notHere() {
        throw new TestAbortedException("The event store of a system that was not started here can't be read");
    }

    public static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "cleave")), "shared-").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        shared(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> wanted = parameter.getParameter().getType();
        return wanted == Shop.class || wanted == RawEvents.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Shared shared = shared(context);
        return parameter.getParameter().getType() == Shop.class ? shared.shop() : shared.events();
    }

    private Shared shared(ExtensionContext context) {
        return topmostClass(context).getStore(HERE).computeIfAbsent(getClass(), key -> startHere(), Shared.class);
    }

    /** The class that stands at the top of a test; the shared system ends with it. */
    private static ExtensionContext topmostClass(ExtensionContext context) {
        ExtensionContext top = context;
        while (top.getParent().filter(parent -> parent != context.getRoot()).isPresent()) {
            top = top.getParent().get();
        }
        return top;
    }
}
