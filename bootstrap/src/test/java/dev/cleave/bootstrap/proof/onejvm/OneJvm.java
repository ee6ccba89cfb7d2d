package dev.cleave.bootstrap.proof.onejvm;

import dev.cleave.bootstrap.Cleave;
import dev.cleave.bootstrap.proof.running.Hurry;
import dev.cleave.bootstrap.proof.shop.Operators;
import dev.cleave.bootstrap.proof.shop.Shop;
import dev.cleave.deployment.Profile;
import dev.cleave.deployment.Unit;
import dev.cleave.deployment.up.RunningFront;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.util.unit.DataSize;

/**
 * A cut in one JVM: each unit an application context with stores of its own and a port, joined by nothing but an
 * {@link InMemoryWire} and an {@link InMemoryLog}, with one address in front.
 */
final class OneJvm implements AutoCloseable {

    private final InMemoryLog log = new InMemoryLog();
    private final InMemoryWire wire;
    private final List<ConfigurableApplicationContext> units = new ArrayList<>();
    private final Profile profile;
    private final RunningFront front;

    /** @param name tells its stores from those of others in this JVM */
    OneJvm(String name, List<Set<String>> cut, InMemoryWire wire) {
        this.wire = wire;
        this.profile = profile(name, cut);
        List<URI> urls = new ArrayList<>();
        List<Future<ConfigurableApplicationContext>> starting = new ArrayList<>();
        try (ExecutorService starters = Executors.newFixedThreadPool(2)) {
            for (Set<String> contexts : cut) {
                starting.add(starters.submit(() -> start(name, contexts)));
            }
        }
        try {
            for (int i = 0; i < cut.size(); i++) {
                ConfigurableApplicationContext unit = starting.get(i).get();
                units.add(unit);
                urls.add(URI.create("http://127.0.0.1:" + unit.getEnvironment().getRequiredProperty("local.server.port")));
            }
        } catch (InterruptedException | ExecutionException e) {
            starting.stream().filter(unit -> unit.state() == Future.State.SUCCESS).forEach(unit -> unit.resultNow().close());
            throw new IllegalStateException("The units of " + cut + " can't be started", e);
        }
        Map<String, URI> byUnit = new HashMap<>();
        for (int i = 0; i < urls.size(); i++) {
            byUnit.put(profile.units().get(i).name(), urls.get(i));
        }
        front = new RunningFront(profile, (unit, number) -> byUnit.get(unit));
        byUnit.forEach((unit, url) -> front.serve(unit, Set.of(url)));
    }

    private static Profile profile(String name, List<Set<String>> cut) {
        List<Unit> units = new ArrayList<>();
        for (Set<String> contexts : cut) {
            String unit = "unit-" + (units.size() + 1);
            units.add(new Unit(unit, List.copyOf(contexts), 1, DataSize.ofMegabytes(768), Unit.Store.H2));
        }
        return new Profile(name, "", Profile.Messaging.AXON_SERVER, units);
    }

    private ConfigurableApplicationContext start(String name, Set<String> contexts) {
        SpringApplication application = new SpringApplication(Cleave.class, OnTheWire.class);
        application.setRegisterShutdownHook(false);
        // Units that start at once would set up the logging of the one JVM at once, which it does not bear.
        application.setListeners(application.getListeners().stream()
                .filter(listener -> !(listener instanceof LoggingApplicationListener))
                .toList());
        application.addInitializers(context -> {
            context.getBeanFactory().registerSingleton("inMemoryLog", log);
            context.getBeanFactory().registerSingleton("inMemoryWire", wire);
        });
        List<String> options = new ArrayList<>(List.of(
                "--server.port=0",
                "--cleave.contexts=" + String.join(",", contexts),
                "--cleave.store.url=jdbc:h2:mem:" + name + "-{name}",
                "--cleave.store.connections=4",
                "--cleave.messaging.transport=axon-server",
                "--cleave.messaging.command-timeout=1s",
                // As in the middle of a rolling update.
                "--cleave.messaging.former-names=" + contexts.contains("inventory"),
                "--cleave.messaging.command-threads=8",
                "--server.tomcat.threads.min-spare=2",
                "--cleave.web.max-lag=1m",
                "--axon.axonserver.enabled=false",
                "--spring.autoconfigure.exclude=dev.cleave.platform.wire.WireConfiguration",
                "--management.endpoint.health.group.readiness.include=readinessState",
                "--springdoc.api-docs.enabled=false",
                "--springdoc.swagger-ui.enabled=false"));
        options.addAll(List.of(Hurry.TRADING));
        return application.run(options.toArray(String[]::new));
    }

    /** The system as callers and operators see it. */
    Shop shop() {
        return new Shop(front::url, new Operators(new Shop(front::url), profile, unit -> 1));
    }

    InMemoryLog log() {
        return log;
    }

    @Override
    public void close() {
        front.close();
        units.forEach(ConfigurableApplicationContext::close);
        wire.close();
    }

    /** What stands in a unit in place of Axon Server's connector. */
    @Configuration(proxyBeanMethods = false)
    static class OnTheWire {

        @Bean(name = {"eventStore", "eventBus"})
        InMemoryLog.Store eventStore(InMemoryLog log, @Qualifier("eventSerializer") Serializer serializer) {
            return log.store(serializer);
        }

        @Bean
        @Primary
        CommandBus endOfTheWire(
                InMemoryWire wire,
                @Qualifier("localSegment") CommandBus local,
                @Qualifier("messageSerializer") Serializer serializer) {
            return wire.end(local, serializer);
        }
    }
}
