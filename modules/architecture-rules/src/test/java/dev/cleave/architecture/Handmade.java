package dev.cleave.architecture;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.cleave.architecture.code.CodeReader;
import dev.cleave.architecture.code.Conventions;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.CodeDependency;
import dev.cleave.architecture.model.ContextModel;
import dev.cleave.architecture.model.Location;
import dev.cleave.architecture.model.Message;
import dev.cleave.architecture.model.Message.Field;
import dev.cleave.architecture.model.Message.Handler;
import dev.cleave.architecture.model.Message.Kind;
import dev.cleave.architecture.model.Message.Role;
import dev.cleave.architecture.model.Message.Sender;
import dev.cleave.architecture.model.SystemModel;
import dev.cleave.architecture.report.Deployment;
import dev.cleave.architecture.report.Report;
import dev.cleave.architecture.source.Sources;
import java.util.List;
import java.util.stream.Stream;

/** Models written down by hand: a context {@code kitchen} has the package {@code cafe.kitchen}. */
public final class Handmade {

    /** No classes at all. */
    public static final SystemCode NO_CODE = CodeReader.of(
            Conventions.of("cafe", "cafe"), new ClassFileImporter().importPaths(List.of()), Sources.none());

    private Handmade() {}

    public static SystemModel system(List<String> contexts, Message... messages) {
        return system(contexts, List.of(), messages);
    }

    public static SystemModel system(List<String> contexts, List<CodeDependency> code, Message... messages) {
        return new SystemModel("cafe", contexts.stream().map(Handmade::context).toList(), List.of(messages), code);
    }

    /** A report of no more than the model. */
    public static Report report(SystemModel model) {
        return report(model, List.of());
    }

    /** Likewise, and of what deployments make of it. */
    public static Report report(SystemModel model, List<Deployment> deployments) {
        return Architecture.examine(NO_CODE, model).deployments(deployments).withoutTime().report().report();
    }

    public static ContextModel context(String name) {
        return context(name, new ContextModel.Store(name, List.of(), List.of(), List.of()));
    }

    public static ContextModel context(String name, ContextModel.Store store, ContextModel.Processor... processors) {
        return new ContextModel(
                name, "cafe." + name, "cafe." + name + ".api", null, List.of(), List.of(), List.of(processors), store, List.of(),
                List.of(),
                List.of());
    }

    /** Needs a type of the other's published language. */
    public static CodeDependency needs(String from, String to) {
        return new CodeDependency(from, to, List.of("cafe." + to + ".api.Something"), 1, at("cafe." + from + ".Some"));
    }

    /** A command of a context, handled there, sent by a class {@code Sending} of each of the others. */
    public static Message command(String context, String name, String... senders) {
        return message(context, name, Kind.COMMAND, null, List.of(), List.of(senders), List.of(context), Role.AGGREGATE);
    }

    /** An event of a context, applied there, read in the others. */
    public static Message event(String context, String name, String... readers) {
        return message(context, name, Kind.EVENT, "1", List.of(), List.of(context), List.of(readers), Role.VIEW);
    }

    public static Message eventOf(String context, String name, String revision, Field... fields) {
        return message(context, name, Kind.EVENT, revision, List.of(fields), List.of(context), List.of(), Role.VIEW);
    }

    public static Message commandOf(String context, String name, Field... fields) {
        return message(context, name, Kind.COMMAND, null, List.of(fields), List.of(), List.of(context), Role.AGGREGATE);
    }

    public static Field field(String name, String type) {
        return new Field(name, type, List.of(type), true);
    }

    public static Field optional(String name, String type) {
        return new Field(name, type, List.of(type), false);
    }

    public static Location at(String type) {
        return new Location(type, null, type.replace('.', '/') + ".java", 7);
    }

    private static Message message(
            String context, String name, Kind kind, String revision, List<Field> fields, List<String> senders,
            List<String> handlers, Role handling) {
        String type = "cafe." + context + ".api." + name;
        return new Message(
                type, kind, context, true, false, revision, null, fields,
                senders.stream()
                        .map(sender -> new Sender(
                                "cafe." + sender + ".Sending", sender, Role.COMPONENT, null, List.of(),
                                at("cafe." + sender + ".Sending")))
                        .toList(),
                Stream.concat(
                        handlers.stream().map(handler -> handler(handler, handling)),
                        kind == Kind.EVENT ? Stream.of(handler(context, Role.AGGREGATE)) : Stream.empty())
                        .toList(),
                List.of(), List.of(), at(type));
    }

    private static Handler handler(String context, Role role) {
        return new Handler(
                "cafe." + context + ".Handling", "on", context, role, role == Role.VIEW ? context : null,
                at("cafe." + context + ".Handling"));
    }
}
