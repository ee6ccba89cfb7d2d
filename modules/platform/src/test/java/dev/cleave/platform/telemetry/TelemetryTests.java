package dev.cleave.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.awaitility.Awaitility.await;

import dev.cleave.platform.messaging.Commands;
import dev.cleave.platform.messaging.garage.GarageApplication;
import dev.cleave.platform.messaging.garage.api.CarId;
import dev.cleave.platform.messaging.garage.api.ParkCar;
import dev.cleave.platform.messaging.garage.api.WashCar;
import dev.cleave.platform.messaging.garage.bay.Bench;
import dev.cleave.platform.messaging.garage.bay.Spots;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.tracing.Tracer;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.logging.LoggingSystemProperty;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A car is parked, which a policy answers by having it washed; what is told of it meanwhile. */
@ExtendWith(OutputCaptureExtension.class)
class TelemetryTests {

    private static final Logger log = LoggerFactory.getLogger(TelemetryTests.class);
    private static final CarId CAR = new CarId("beetle");
    private static final List<SpanData> ENDED = new CopyOnWriteArrayList<>();

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Garage {

        @Bean
        SpanExporter kept() {
            return new SpanExporter() {
                @Override
                public CompletableResultCode export(Collection<SpanData> spans) {
                    ENDED.addAll(spans);
                    return CompletableResultCode.ofSuccess();
                }

                @Override
                public CompletableResultCode flush() {
                    return CompletableResultCode.ofSuccess();
                }

                @Override
                public CompletableResultCode shutdown() {
                    return CompletableResultCode.ofSuccess();
                }
            };
        }
    }

    @TempDir
    private Path folder;

    private ConfigurableApplicationContext application;

    private void open(String... settings) throws IOException {
        ENDED.clear();
        application = GarageApplication.in(folder, Garage.class)
                .properties(
                        "cleave.messaging.in-process=serialised",
                        "cleave.unit=carpark",
                        "management.opentelemetry.tracing.export.schedule-delay=50ms")
                .properties(settings)
                .run();
    }

    @AfterEach
    void close() {
        application.close();
        System.clearProperty(LoggingSystemProperty.CONSOLE_STRUCTURED_FORMAT.getEnvironmentVariableName());
    }

    @Test
    void whatFollowsFromARequestIsOneTrace() throws IOException {
        open("management.tracing.export.zipkin.endpoint=http://127.0.0.1:9/spans", "management.tracing.sampling.probability=1.0");
        Tracing tracing = application.getBean(Tracing.class);
        try (Tracing.Part _ = tracing.begun("request");
                LogContext _ = LogContext.enter(tracing.correlation(), "garage")) {
            commands().send(new ParkCar(CAR));
        }
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(names()).containsExactlyInAnyOrder(
                "request", "ParkCar", "garage.spots CarParked", "garage.tickets CarParked",
                "garage.visits CarParked", "garage.washing CarParked",
                "WashCar", "garage.spots CarWashed", "garage.tickets CarWashed"));
        assertThat(ENDED).extracting(SpanData::getTraceId).containsOnly(span("request").getTraceId());
        assertThat(span("ParkCar").getParentSpanId()).isEqualTo(span("request").getSpanId());
        assertThat(span("garage.washing CarParked").getParentSpanId()).isEqualTo(span("ParkCar").getSpanId());
        assertThat(span("WashCar").getParentSpanId()).isEqualTo(span("garage.washing CarParked").getSpanId());
        assertThat(span("garage.spots CarWashed").getParentSpanId()).isEqualTo(span("WashCar").getSpanId());
        assertThat(ENDED.getFirst().getResource().getAttributes().asMap().toString()).contains("carpark");
        assertThat(correlations()).as("the trace, by which log lines are found").containsOnly(span("request").getTraceId());
    }

    @Test
    void aTraceThatIsNotSampledLeavesNothingBehind() throws IOException {
        open("management.tracing.export.zipkin.endpoint=http://127.0.0.1:9/spans", "management.tracing.sampling.probability=0.0");
        try (Tracing.Part _ = application.getBean(Tracing.class).begun("request")) {
            commands().send(new ParkCar(CAR));
        }
        washed();
        assertThat(ENDED).isEmpty();
        assertThat(events()).hasSize(2).allSatisfy(event -> assertThat(event.getMetaData()).doesNotContainKey("traceparent"));
    }

    @Test
    void withoutAPlaceToSendThemToThereAreNoTraces() throws IOException {
        open();
        assertThat(application.getBeanProvider(Tracer.class).getIfAvailable()).isNull();
        assertThat(application.getBean(Tracing.class).on()).isFalse();
        assertThat(application.getBeanNamesForType(io.opentelemetry.api.OpenTelemetry.class)).isEmpty();
    }

    @Test
    void countsCommandsAndEventsByUnitAndContext() throws IOException {
        open();
        commands().send(new ParkCar(CAR));
        commands().send(new ParkCar(new CarId("banned-1")));
        washed();
        assertThat(handled("ParkCar", "accepted")).isEqualTo(1);
        assertThat(handled("ParkCar", "refused")).isEqualTo(1);
        assertThat(handled("ParkCar", "failed")).isZero();
        assertThat(handled("WashCar", "accepted")).isEqualTo(1);
        bench().onWash = car -> {
            throw new IllegalStateException("There is no water.");
        };
        assertThatException().isThrownBy(() -> commands().send(new WashCar(CAR)));
        assertThat(handled("WashCar", "failed")).isEqualTo(1);
        assertThat(meters().get("cleave.events.appended").tags("event", "CarParked", "context", "garage", "unit", "carpark")
                .counter().count()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(meters().get("cleave.events.handled")
                .tags("processor", "garage.spots", "kind", "view", "outcome", "handled").timer().count()).isEqualTo(2));
        assertThat(meters().find("cleave.overloaded").counters()).extracting(Counter::count).containsOnly(0.0);
        assertThat(meters().find("hikaricp.connections.pending").tags("pool", "garage", "context", "garage").gauge()).isNotNull();
        assertThat(meters().get("cleave.store.size").tag("store", "garage").gauge().value()).isPositive();
        assertThat(meters().get("cleave.store.writable").tag("store", "garage").gauge().value()).isOne();
        assertThat(meters().get("executor.pool.max").tag("name", "commands").gauge().value()).isPositive();
    }

    @Test
    void countsDeadLettersAndWaits() throws IOException {
        open("cleave.metrics.interval=50ms");
        // It rests a hundred times as long as it looked, and the first look is the slowest by far.
        SmartLifecycle watch = application.getBean("storeWatch", SmartLifecycle.class);
        watch.stop();
        watch.start();
        bench().onWash = car -> {
            throw new IllegalStateException("There is no water.");
        };
        commands().send(new ParkCar(new CarId("broken-1")));
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(gauge("cleave.deadletters.sequences", "processor", "garage.washing")).isEqualTo(1);
            assertThat(gauge("cleave.deadletters.events", "processor", "garage.spots")).isEqualTo(1);
            assertThat(gauge("cleave.waits.open", "context", "garage")).isEqualTo(1);
            assertThat(gauge("cleave.waits.overdue", "context", "garage")).isZero();
        });
    }

    @Test
    void whatFollowsFromARequestHasOneCorrelationInTheLog() throws IOException {
        open();
        Map<String, String> seen = new ConcurrentHashMap<>();
        bench().onWash = car -> seen.putAll(MDC.getCopyOfContextMap());
        try (LogContext _ = LogContext.enter("0123456789abcdef", "garage")) {
            commands().send(new ParkCar(CAR));
        }
        washed();
        assertThat(seen).containsEntry("correlationId", "0123456789abcdef").containsEntry("context", "garage");
        assertThat(MDC.getCopyOfContextMap()).doesNotContainKeys("correlationId", "context");
        assertThat(correlations()).containsOnly("0123456789abcdef");
    }

    @Test
    void logsPlainlyForPeople(CapturedOutput output) throws IOException {
        open();
        washLogging();
        log.info("Nothing in particular.");
        String thread = Thread.currentThread().getName();
        String shown = thread.substring(Math.max(0, thread.length() - 15));
        await().untilAsserted(() -> assertThat(output.getOut().lines())
                .anyMatch(line -> line.matches(".* INFO .*\\[ *command-\\d+] \\[garage 0123456789abcdef] .*: Washing beetle."))
                .anyMatch(line -> line.matches(".* INFO .*\\[ *" + shown + "] \\S*TelemetryTests\\s+: Nothing in particular.")));
    }

    @Test
    void logsInTheElasticCommonSchemaForMachines(CapturedOutput output) throws IOException {
        open("logging.structured.format.console=ecs", "management.tracing.export.zipkin.endpoint=http://127.0.0.1:9/spans",
                "management.tracing.sampling.probability=1.0");
        String trace;
        try (Tracing.Part _ = application.getBean(Tracing.class).begun("request")) {
            trace = application.getBean(Tracing.class).correlation();
            washLogging();
        }
        String line = await().until(
                () -> output.getOut().lines().filter(said -> said.contains("Washing beetle.")).findFirst().orElse(null),
                said -> said != null);
        JsonNode json = new JsonMapper().readTree(line);
        assertThat(json.at("/message").asString()).isEqualTo("Washing beetle.");
        assertThat(json.at("/service/name").asString()).isEqualTo("carpark");
        assertThat(json.at("/unit").asString()).isEqualTo("carpark");
        assertThat(json.at("/context").asString()).isEqualTo("garage");
        assertThat(json.at("/correlationId").asString()).isEqualTo("0123456789abcdef");
        assertThat(json.path("trace.id").asString()).as(line).isEqualTo(trace);
        assertThat(json.path("span.id").asString()).isNotEmpty();
        assertThat(json.at("/ecs/version").asString()).isNotEmpty();
    }

    private void washLogging() {
        bench().onWash = car -> log.info("Washing {}.", car.value());
        try (LogContext _ = LogContext.enter("0123456789abcdef", "garage")) {
            commands().send(new ParkCar(CAR));
        }
        washed();
    }

    private Commands commands() {
        return application.getBean(Commands.class);
    }

    private Bench bench() {
        return application.getBean(Bench.class);
    }

    private MeterRegistry meters() {
        return application.getBean(MeterRegistry.class);
    }

    private long handled(String command, String outcome) {
        Timer timer = meters().get("cleave.commands")
                .tags("command", command, "context", "garage", "outcome", outcome, "unit", "carpark")
                .timer();
        return timer.count();
    }

    private double gauge(String name, String key, String value) {
        return meters().get(name).tag(key, value).gauge().value();
    }

    private void washed() {
        await().atMost(Duration.ofSeconds(20)).until(() -> application.getBean(Spots.class).version(CAR) == 1);
    }

    private List<DomainEventMessage<?>> events() {
        return application.getBean(EventStore.class).readEvents(CAR.toString()).asStream()
                .collect(Collectors.toUnmodifiableList());
    }

    private Set<Object> correlations() {
        return events().stream().map(event -> event.getMetaData().get("traceId")).collect(Collectors.toSet());
    }

    private static List<String> names() {
        return ENDED.stream().map(SpanData::getName).toList();
    }

    private static SpanData span(String name) {
        return ENDED.stream().filter(span -> span.getName().equals(name)).findFirst().orElseThrow();
    }
}
