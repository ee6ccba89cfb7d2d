package dev.cleave.architecture.report;

import dev.cleave.architecture.model.CodeDependency;
import dev.cleave.architecture.model.ContextModel;
import dev.cleave.architecture.model.Message.Kind;
import dev.cleave.architecture.model.SystemModel;
import dev.cleave.architecture.report.Report.Coupling;
import dev.cleave.architecture.report.Report.MessageEdge;
import java.util.List;
import java.util.function.Function;

/** How each context hangs together with the others, in figures. */
public final class Couplings {

    private Couplings() {}

    public static List<Coupling> of(SystemModel model, List<MessageEdge> edges) {
        return model.contexts().stream().map(ContextModel::name).map(context -> of(context, model, edges)).toList();
    }

    private static Coupling of(String context, SystemModel model, List<MessageEdge> edges) {
        int afferent = others(context, model, CodeDependency::to, CodeDependency::from);
        int efferent = others(context, model, CodeDependency::from, CodeDependency::to);
        int both = afferent + efferent;
        return new Coupling(
                context,
                passages(context, edges, MessageEdge::to, Kind.COMMAND),
                passages(context, edges, MessageEdge::from, Kind.COMMAND),
                passages(context, edges, MessageEdge::to, Kind.EVENT),
                passages(context, edges, MessageEdge::from, Kind.EVENT),
                afferent,
                efferent,
                both == 0 ? null : (double) efferent / both);
    }

    private static int passages(String context, List<MessageEdge> edges, Function<MessageEdge, String> end, Kind kind) {
        return (int) edges.stream()
                .filter(edge -> end.apply(edge).equals(context))
                .flatMap(edge -> edge.passages().stream())
                .filter(passage -> passage.kind() == kind)
                .count();
    }

    private static int others(
            String context, SystemModel model, Function<CodeDependency, String> end, Function<CodeDependency, String> other) {
        return (int) model.codeDependencies().stream()
                .filter(dependency -> end.apply(dependency).equals(context))
                .map(other)
                .filter(name -> !name.equals(context))
                .distinct()
                .count();
    }
}
