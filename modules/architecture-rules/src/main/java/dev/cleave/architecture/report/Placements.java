package dev.cleave.architecture.report;

import dev.cleave.architecture.report.Report.Crossing;
import dev.cleave.architecture.report.Report.MessageEdge;
import dev.cleave.architecture.report.Report.Passage;
import dev.cleave.architecture.report.Report.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What a deployment makes of the messages between contexts. */
final class Placements {

    private Placements() {}

    static Placement of(Deployment deployment, List<MessageEdge> edges) {
        List<Crossing> crossings = new ArrayList<>();
        int local = 0;
        for (MessageEdge edge : edges) {
            String from = unitOf(edge.from(), deployment);
            String to = unitOf(edge.to(), deployment);
            if (from.equals(to)) {
                local += edge.passages().size();
            } else {
                for (Passage passage : edge.passages()) {
                    crossings.add(new Crossing(passage.type(), passage.kind(), from, edge.from(), to, edge.to()));
                }
            }
        }
        return new Placement(
                deployment.profile(), deployment.description(), deployment.messaging(), deployment.units(), crossings, local);
    }

    private static String unitOf(String context, Deployment deployment) {
        Supplier<IllegalArgumentException> nowhere = () -> new IllegalArgumentException("Deployment profile "
                + deployment.profile() + " puts the context " + context + " into no unit.");
        return deployment.unitOf(context).orElseThrow(nowhere);
    }
}
