package dev.cleave.architecturetests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.cleave.architecture.model.ContextModel;
import dev.cleave.architecture.model.Message;
import dev.cleave.architecture.model.Message.Handler;
import dev.cleave.architecture.model.Message.Kind;
import dev.cleave.architecture.model.Message.Role;
import dev.cleave.architecture.model.Message.Sender;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.junit.jupiter.api.Test;

/** Who sends and who handles each message, as the report tells it. Reflection and ArchUnit are the witnesses. */
class MessagesTests {

    private static final JavaClasses CLASSES = classesOfContexts();

    @Test
    void anOrderIsReservedByInventoryForOrdering() {
        Message reserve = message("ReserveStock");
        assertThat(reserve.context()).isEqualTo("inventory");
        assertThat(reserve.internal()).isFalse();
        assertThat(reserve.handlers()).extracting(Handler::type, Handler::method)
                .containsExactly(tuple("dev.cleave.inventory.warehouse.Warehouse", "reserve"));
        assertThat(reserve.senders()).extracting(Sender::type, Sender::context, Sender::role, Sender::processor, Sender::on)
                .containsExactly(tuple(
                        "dev.cleave.ordering.fulfilment.Fulfilment",
                        "ordering",
                        Role.POLICY,
                        "ordering.fulfilment",
                        List.of("dev.cleave.ordering.api.OrderPlaced")));
    }

    @Test
    void anEventIsAppliedByItsAggregateAndReadInEveryContextThatCares() {
        Message listed = message("ProductListed");
        assertThat(listed.revision()).isEqualTo("1");
        assertThat(listed.senders()).extracting(Sender::type).containsExactly("dev.cleave.catalog.product.Product");
        assertThat(readers(listed)).extracting(Handler::processor, Handler::role)
                .containsExactlyInAnyOrder(
                        tuple("catalog.listing", Role.VIEW),
                        tuple("inventory.products", Role.VIEW),
                        tuple("ordering.products", Role.VIEW));
        assertThat(message("CaptureRequested")).satisfies(requested -> {
            assertThat(requested.internal()).isTrue();
            assertThat(readers(requested)).extracting(Handler::role).contains(Role.GATEWAY);
        });
    }

    @Test
    void aHelperSendsForThoseWhoCallIt() {
        assertThat(message("ReportCapture").senders())
                .extracting(Sender::type, Sender::role)
                .containsExactlyInAnyOrder(
                        tuple("dev.cleave.payment.provider.ProviderEventsController", Role.CONTROLLER),
                        tuple("dev.cleave.payment.provider.ProviderGateway", Role.GATEWAY));
    }

    @Test
    void aWaitSendsWhatFollowsWhenItRunsOut() {
        assertThat(List.of("GiveUpReservation", "GiveUpRefund", "AskProviderAgain", "AssumeDelivery", "RetryNotice"))
                .allSatisfy(name -> assertThat(message(name).senders()).extracting(Sender::role).containsExactly(Role.WAIT));
    }

    @Test
    void everyCommandHasOneHandlerInItsContext() {
        Map<String, List<String>> handlers = handlerMethods(CommandHandler.class)
                .collect(Collectors.groupingBy(
                        method -> method.getParameterTypes()[0].getName(),
                        TreeMap::new,
                        Collectors.mapping(method -> method.getDeclaringClass().getName() + "." + method.getName(),
                                Collectors.toList())));

        assertThat(CleaveSystem.messages(Kind.COMMAND).map(Message::type)).containsExactlyInAnyOrderElementsOf(handlers.keySet());
        assertThat(CleaveSystem.messages(Kind.COMMAND)).hasSizeGreaterThan(50).allSatisfy(command -> {
            Handler handler = command.handlers().getFirst();
            assertThat(handlers.get(command.type())).containsExactly(handler.type() + "." + handler.method());
            assertThat(contextOf(handler.type())).isEqualTo(command.context());
        });
    }

    @Test
    void everyEventIsThereWithAllWhoReadIt() {
        Map<String, Set<String>> readers = handlerMethods(EventHandler.class)
                .filter(method -> !method.getDeclaringClass().isAnnotationPresent(Aggregate.class))
                .collect(Collectors.groupingBy(
                        method -> method.getParameterTypes()[0].getName(),
                        Collectors.mapping(method -> method.getDeclaringClass().getName(), Collectors.toSet())));

        assertThat(CleaveSystem.messages(Kind.EVENT).map(Message::type)).containsExactlyInAnyOrderElementsOf(
                classes().filter(type -> type.isAnnotationPresent(Revision.class) && !type.isAnnotationPresent(Aggregate.class))
                        .map(Class::getName)
                        .toList());
        assertThat(CleaveSystem.messages(Kind.EVENT)).hasSizeGreaterThan(40).allSatisfy(event -> {
            assertThat(Set.copyOf(readers(event).map(Handler::type).toList()))
                    .isEqualTo(readers.getOrDefault(event.type(), Set.of()));
            assertThat(event.senders()).extracting(sender -> contextOf(sender.type())).containsOnly(event.context());
            assertThat(event.revision()).isNotEmpty();
        });
    }

    @Test
    void noContextSendsACommandUnnoticed() {
        Set<String> commands = CleaveSystem.messages(Kind.COMMAND).map(Message::type).collect(Collectors.toSet());
        Set<String> made = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            if (commands.contains(type.getName()) || type.isAnnotatedWith(Aggregate.class)) {
                continue;
            }
            Stream.<JavaAccess<?>>concat(
                    type.getConstructorCallsFromSelf().stream(), type.getConstructorReferencesFromSelf().stream())
                    .filter(call -> commands.contains(call.getTargetOwner().getName()))
                    .forEach(call -> made.add(contextOf(type.getName()) + " sends " + call.getTargetOwner().getName()));
        }

        Set<String> sent = new TreeSet<>();
        CleaveSystem.messages(Kind.COMMAND)
                .forEach(command -> command.senders().forEach(sender -> sent.add(sender.context() + " sends " + command.type())));
        assertThat(sent).isEqualTo(made).hasSizeGreaterThan(50);
    }

    @Test
    void onlyPoliciesAndGatewaysSendOnEvents() {
        assertThat(CleaveSystem.messages(Kind.COMMAND).flatMap(command -> command.senders().stream())).allSatisfy(sender -> {
            boolean onEvents = sender.role() == Role.POLICY || sender.role() == Role.GATEWAY;
            assertThat(!sender.on().isEmpty()).isEqualTo(onEvents);
            assertThat(sender.processor() != null).isEqualTo(onEvents);
        });
    }

    private static Stream<Handler> readers(Message event) {
        return event.handlers().stream().filter(handler -> handler.role() != Role.AGGREGATE);
    }

    private static Message message(String name) {
        return CleaveSystem.REPORT.messages().stream().filter(message -> message.name().equals(name)).findFirst().orElseThrow();
    }

    private static String contextOf(String type) {
        return CleaveSystem.REPORT.contexts().stream()
                .filter(context -> type.startsWith(context.basePackage() + "."))
                .map(ContextModel::name)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Method> handlerMethods(Class<? extends Annotation> annotation) {
        return classes()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(annotation));
    }

    private static Stream<Class<?>> classes() {
        return CLASSES.stream().map(JavaClass::reflect);
    }

    private static JavaClasses classesOfContexts() {
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        try {
            return new ClassFileImporter()
                    .importPackages(CleaveSystem.REPORT.contexts().stream().map(ContextModel::basePackage).toList());
        } finally {
            ArchConfiguration.get().reset();
        }
    }
}
