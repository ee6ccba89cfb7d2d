package dev.cleave.platform.processing;

import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.datastore.Database;
import dev.cleave.platform.failure.FailureText;
import dev.cleave.platform.placement.Context;
import dev.cleave.platform.placement.Placement;
import dev.cleave.platform.repeated.RepeatedWork;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the replicas of a unit share the parts of its processors evenly. Each replica says in the store of each context which
 * processors it runs, learns who else does, and gives up those parts that are to be another living replica's, who then claims
 * them. Where a replica dies, the others claim its parts when its claims have run out. A context on H2 has one replica only, and
 * is left alone.
 */
final class Rebalancing extends RepeatedWork {

    private static final Logger log = LoggerFactory.getLogger(Rebalancing.class);
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final Duration TO_END = Duration.ofSeconds(6);

    private final List<Sharing> contexts;
    private final Processors processors;

    Rebalancing(Processors processors, Placement placement, DataStores stores, Shares shares) {
        // Starts after the processors and stops before them.
        super("sharing", INTERVAL, Integer.MAX_VALUE - 50);
        this.processors = processors;
        this.contexts = placement.held().stream()
                .filter(context -> stores.of(context).database() == Database.POSTGRESQL)
                .map(context -> new Sharing(
                        context, placement.held().indexOf(context), new ReplicaTable(stores.of(context), processors.replica()),
                        shares.of(context)))
                .toList();
    }

    /** One context, whose processors are shared. */
    private final class Sharing {

        private final Context context;
        private final int place;
        private final ReplicaTable table;
        private final Share share;
        private final List<Processor> own;
        private int replicas = 1;
        private boolean trouble;

        /** @param place the context's place among those of this unit, the same in all replicas */
        Sharing(Context context, int place, ReplicaTable table, Share share) {
            this.context = context;
            this.place = place;
            this.table = table;
            this.share = share;
            this.own = processors.all().stream().filter(processor -> processor.context().equals(context)).toList();
        }

        /** Never two at once. */
        void look() {
            try {
                List<Processor> running = own.stream().filter(p -> processors.running(p).isRunning()).toList();
                ReplicaTable.Seen seen = table.look(running.stream().map(Processor::name).collect(Collectors.toSet()));
                if (trouble) {
                    log.info("{}: the replicas of this unit can be told again", context.name());
                    trouble = false;
                    // Those who come back from the same trouble are not back yet.
                    return;
                }
                Map<Part, String> dealt = Dealing.deal(seen.parts(), seen.runs(), place);
                boolean news = share.deal(dealt);
                if (news && Math.max(replicas, seen.runs().size()) > 1) {
                    log.info("{}: {} of {} parts of processors are for this one of {} replicas, {}",
                            context.name(), share.size(), dealt.size(), seen.runs().size(), processors.replica());
                }
                replicas = seen.runs().size();
                running.forEach(this::giveUpWhatIsOthers);
            } catch (RuntimeException e) {
                if (!trouble) {
                    log.warn("{}: the replicas of this unit can't be told at present; each goes on with what it has: {}",
                            context.name(), FailureText.of(e));
                }
                trouble = true;
            }
        }

        private void giveUpWhatIsOthers(Processor processor) {
            var running = processors.running(processor);
            for (int segment : Set.copyOf(running.processingStatus().keySet())) {
                if (share.isOthers(new Part(processor.name(), segment))) {
                    running.releaseSegment(segment);
                }
            }
        }

        void leave() {
            share.deal(Map.of());
            if (!trouble) {
                try {
                    table.leave();
                } catch (RuntimeException e) {
                    log.debug("{}: the other replicas will notice that this one has left", context.name(), e);
                }
            }
        }
    }

    @Override
    protected List<Runnable> pieces() {
        return contexts.stream().<Runnable>map(context -> context::look).toList();
    }

    /** The others hear of it before this replica's processors stop, and claim their parts as soon as they are free. */
    @Override
    public void stop() {
        if (isRunning() && stop(TO_END)) {
            contexts.forEach(Sharing::leave);
        }
    }
}
