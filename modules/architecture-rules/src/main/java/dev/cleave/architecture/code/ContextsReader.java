package dev.cleave.architecture.code;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.cleave.architecture.model.ContextModel;
import dev.cleave.architecture.model.ContextModel.Processor;
import dev.cleave.architecture.model.ContextModel.Room;
import dev.cleave.architecture.model.Message;
import dev.cleave.architecture.model.Message.Handler;
import dev.cleave.architecture.model.Message.Kind;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Describes each context. */
final class ContextsReader {

    private final SystemCode code;
    private final Parts parts;
    private final FailureCodes failures;
    private final Stores stores;

    ContextsReader(SystemCode code, FailureCodes failures) {
        this.code = code;
        this.parts = code.parts();
        this.failures = failures;
        this.stores = new Stores(code);
    }

    List<ContextModel> read(Collection<Message> messages) {
        return code.contexts().stream()
                .map(context -> new ContextModel(
                        context.name(),
                        context.basePackage(),
                        context.publishedPackage(),
                        code.documentation().summary(context.basePackage()).orElse(null),
                        rooms(context),
                        context.classes().stream().filter(parts::isAggregate).map(JavaClass::getName).sorted().toList(),
                        processors(context, messages),
                        stores.of(context),
                        stores.besides(context),
                        failures.publishedBy(context),
                        HttpPaths.of(context, parts)))
                .sorted(Comparator.comparing(ContextModel::name))
                .toList();
    }

    private List<Room> rooms(ContextCode context) {
        Map<String, List<JavaClass>> byPackage = context.classes().stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.toList()));
        return byPackage.entrySet().stream()
                .map(room -> new Room(
                        room.getKey().substring(context.basePackage().length()).replaceFirst("^\\.", ""),
                        code.documentation().summary(room.getKey()).orElse(null),
                        room.getValue().size(),
                        (int) room.getValue().stream()
                                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                                .count()))
                .toList();
    }

    private List<Processor> processors(ContextCode context, Collection<Message> messages) {
        Map<String, List<Handler>> byName = messages.stream()
                .filter(message -> message.kind() == Kind.EVENT)
                .flatMap(message -> message.handlers().stream())
                .filter(handler -> handler.context().equals(context.name()) && handler.processor() != null)
                .collect(Collectors.groupingBy(Handler::processor, TreeMap::new, Collectors.toList()));
        return byName.entrySet().stream()
                .map(processor -> new Processor(
                        processor.getKey(),
                        processor.getValue().stream().map(Handler::role).sorted().findFirst().orElseThrow(),
                        code.conventions().deadLettersKept(),
                        processor.getValue().stream().map(Handler::type).distinct().sorted().toList()))
                .toList();
    }
}
