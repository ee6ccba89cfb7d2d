package dev.cleave.deployment.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.cleave.deployment.messages.MessageGraph.Command;
import dev.cleave.deployment.messages.MessageGraph.Event;
import dev.cleave.deployment.messages.MessageGraph.Handler;
import dev.cleave.deployment.messages.MessageGraph.Reader;
import dev.cleave.deployment.messages.MessageGraph.Sender;
import dev.cleave.platform.placement.Context;
import dev.cleave.platform.placement.Placement;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.mock.env.MockEnvironment;

class MessageGraphTests {

    private static final List<Context> CONTEXTS =
            Placement.of(new MockEnvironment(), MessageGraphTests.class.getClassLoader()).known();
    private static final JavaClasses CLASSES = classesOf(CONTEXTS);

    private final MessageGraph graph = MessageGraph.load();

    @Test
    void isTheOneThatTheCodeGivesAndReadsAsItWasWritten() throws IOException {
        List<String> unclear = new ArrayList<>();
        MessageGraph fresh = WriteMessageGraph.fromClassPath(unclear::add);
        assertThat(unclear).isEmpty();
        assertThat(graph).isEqualTo(fresh);
        assertThat(WriteMessageGraph.json(graph)).isEqualTo(WriteMessageGraph.json(fresh)).endsWith("}\n");
    }

    @Test
    void anOrderIsReservedByInventoryForOrdering() {
        Command reserve = command("ReserveStock");
        assertThat(reserve.context()).isEqualTo("inventory");
        assertThat(reserve.internal()).isFalse();
        assertThat(reserve.handler()).isEqualTo(new Handler("dev.cleave.inventory.warehouse.Warehouse", "reserve"));
        assertThat(reserve.senders())
                .containsExactly(new Sender(
                        "dev.cleave.ordering.fulfilment.Fulfilment",
                        "ordering",
                        Sender.Kind.POLICY,
                        "ordering.fulfilment",
                        List.of("dev.cleave.ordering.api.OrderPlaced")));
    }

    @Test
    void anEventIsAppliedByItsAggregateAndReadInEveryContextThatCares() {
        Event listed = event("ProductListed");
        assertThat(listed.revision()).isEqualTo("1");
        assertThat(listed.aggregate()).isEqualTo("dev.cleave.catalog.product.Product");
        assertThat(listed.readers()).extracting(Reader::processor, Reader::kind)
                .containsExactly(
                        tuple("catalog.listing", Reader.Kind.VIEW),
                        tuple("inventory.products", Reader.Kind.VIEW),
                        tuple("ordering.products", Reader.Kind.VIEW));
        assertThat(event("CaptureRequested")).satisfies(requested -> {
            assertThat(requested.internal()).isTrue();
            assertThat(requested.readers()).extracting(Reader::kind).contains(Reader.Kind.GATEWAY);
        });
    }

    @Test
    void aHelperSendsForThoseWhoCallIt() {
        assertThat(command("ReportCapture").senders())
                .extracting(Sender::name, Sender::kind)
                .containsExactly(
                        tuple("ProviderEventsController", Sender.Kind.CONTROLLER),
                        tuple("payment.provider", Sender.Kind.GATEWAY));
    }

    @Test
    void aWaitSendsWhatFollowsWhenItRunsOut() {
        assertThat(List.of("GiveUpReservation", "GiveUpRefund", "AskProviderAgain", "AssumeDelivery", "RetryNotice"))
                .allSatisfy(
                        name -> assertThat(command(name).senders()).extracting(Sender::kind).containsExactly(Sender.Kind.WAIT));
    }

    @Test
    void everyCommandOfAPublishedLanguageHasOneHandlerInItsContext() {
        Map<String, List<String>> handlers = new TreeMap<>();
        handlerMethods(CommandHandler.class).forEach(method -> handlers
                .computeIfAbsent(method.getParameterTypes()[0].getName(), command -> new ArrayList<>())
                .add(method.getDeclaringClass().getName() + "." + method.getName()));
        Set<String> published = published(type -> Arrays.stream(type.getDeclaredFields())
                .anyMatch(field -> AnnotatedElementUtils.isAnnotated(field, RoutingKey.class)));

        assertThat(graph.commands().map(Command::type)).containsExactlyInAnyOrderElementsOf(published);
        assertThat(handlers.keySet()).isEqualTo(published);
        assertThat(graph.commands()).hasSizeGreaterThan(50).allSatisfy(command -> {
            assertThat(handlers.get(command.type())).containsExactly(command.handler().type() + "." + command.handler().method());
            assertThat(contextOf(command.handler().type())).isEqualTo(command.context());
        });
    }

    @Test
    void everyEventOfAPublishedLanguageIsThereWithAllWhoReadIt() {
        Map<String, Set<String>> readers = new TreeMap<>();
        handlerMethods(EventHandler.class)
                .filter(method -> !method.getDeclaringClass().isAnnotationPresent(Aggregate.class))
                .forEach(method -> readers
                        .computeIfAbsent(method.getParameterTypes()[0].getName(), event -> new TreeSet<>())
                        .add(method.getDeclaringClass().getName()));

        assertThat(graph.events().map(Event::type))
                .containsExactlyInAnyOrderElementsOf(published(type -> type.isAnnotationPresent(Revision.class)));
        assertThat(graph.events()).hasSizeGreaterThan(40).allSatisfy(event -> {
            assertThat(Set.copyOf(event.readers().stream().map(Reader::type).toList()))
                    .isEqualTo(readers.getOrDefault(event.type(), Set.of()));
            assertThat(contextOf(event.aggregate())).isEqualTo(event.context());
            assertThat(event.revision()).isNotEmpty();
        });
        assertThat(graph.events().map(Event::type).toList()).containsAll(readers.keySet());
    }

    /** ArchUnit's own reading of the same classes is the witness. */
    @Test
    void noContextSendsACommandUnnoticed() {
        Set<String> made = new TreeSet<>();
        Set<String> commands = graph.commands().map(Command::type).collect(Collectors.toSet());
        for (JavaClass type : CLASSES) {
            if (type.getPackageName().endsWith(".api") || type.isAnnotatedWith(Aggregate.class)) {
                continue;
            }
            Stream.<JavaAccess<?>>concat(
                    type.getConstructorCallsFromSelf().stream(), type.getConstructorReferencesFromSelf().stream())
                    .filter(call -> commands.contains(call.getTargetOwner().getName()))
                    .forEach(call -> made.add(contextOf(type.getName()) + " sends " + call.getTargetOwner().getName()));
        }

        Set<String> sent = new TreeSet<>();
        graph.commands()
                .forEach(command -> command.senders().forEach(sender -> sent.add(sender.context() + " sends " + command.type())));
        assertThat(sent).isEqualTo(made).hasSizeGreaterThan(50);
    }

    @Test
    void onlyPoliciesAndGatewaysSendOnEvents() {
        assertThat(graph.commands().flatMap(command -> command.senders().stream())).allSatisfy(sender -> {
            boolean onEvents = sender.kind() == Sender.Kind.POLICY || sender.kind() == Sender.Kind.GATEWAY;
            assertThat(!sender.on().isEmpty()).isEqualTo(onEvents);
            assertThat(sender.processor() != null).isEqualTo(onEvents);
        });
    }

    @Test
    void tellsWhereTheCodeDoesNotSay() throws IOException {
        assertThat(unclear(dev.cleave.deployment.messages.unreached.Registration.class))
                .singleElement()
                .asString()
                .contains("Hand.knock makes the command")
                .endsWith("Let one send the command, or remove the method.");
        assertThat(unclear(dev.cleave.deployment.messages.unmarked.Registration.class))
                .isNotEmpty()
                .allSatisfy(said -> assertThat(said)
                        .endsWith("Ear handles events but says not what for. Mark it as a @View, @Policy or @Gateway."));
        assertThat(unclear(dev.cleave.deployment.messages.twofold.Registration.class))
                .singleElement()
                .asString()
                .contains("has two handlers")
                .endsWith("Keep one.");
    }

    private static List<String> unclear(Class<?> registration) throws IOException {
        List<String> unclear = new ArrayList<>();
        GraphFromCode.of(List.of(new Context("faulty", registration)), unclear::add);
        return unclear;
    }

    private Command command(String name) {
        return graph.commands().filter(command -> command.name().equals(name)).findFirst().orElseThrow();
    }

    private Event event(String name) {
        return graph.events().filter(event -> event.name().equals(name)).findFirst().orElseThrow();
    }

    private static String contextOf(String type) {
        return CONTEXTS.stream()
                .filter(context -> type.startsWith(context.basePackage() + "."))
                .map(Context::name)
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> published(Predicate<Class<?>> which) {
        return classes()
                .filter(type -> type.getPackageName().endsWith(".api"))
                .filter(which)
                .map(Class::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Method> handlerMethods(Class<? extends Annotation> annotation) {
        return classes()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(annotation));
    }

    private static JavaClasses classesOf(List<Context> contexts) {
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        try {
            return new ClassFileImporter().importPackages(contexts.stream().map(Context::basePackage).toList());
        } finally {
            ArchConfiguration.get().reset();
        }
    }

    private static Stream<Class<?>> classes() {
        return CLASSES.stream().map(JavaClass::reflect);
    }
}
