package dev.cleave.platform.operations;

import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.eventstore.GroupCommitEventStore;
import dev.cleave.platform.placement.MessageNames;
import dev.cleave.platform.placement.Placement;
import dev.cleave.platform.processing.Processors;
import dev.cleave.platform.processing.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

@AutoConfiguration
class OperationsConfiguration {

    @Bean
    ProcessorsEndpoint processorsEndpoint(Processors processors, EventStore events, Progress progress) {
        return new ProcessorsEndpoint(processors, events, progress);
    }

    @Bean
    DeadLettersEndpoint deadLettersEndpoint(Processors processors, MessageNames names) {
        return new DeadLettersEndpoint(processors, names);
    }

    /**
     * @param directory where backups are written
     * @param program the program's version
     */
    @Bean
    Backups backups(
            DataStores stores,
            Processors processors,
            ObjectProvider<GroupCommitEventStore> events,
            @Value("${cleave.backup-directory:./backups}") Path directory,
            @Value("${spring.application.version:unknown}") String program) {
        return new Backups(stores, processors, events.getIfAvailable(), directory, program, Clock.systemUTC());
    }

    @Bean
    BackupEndpoint backupEndpoint(Backups backups) {
        return new BackupEndpoint(backups);
    }

    /** @param interval how often to count dead letters, waits and what needs a person, at most */
    @Bean
    StoreWatch storeWatch(
            DataStores stores,
            Placement placement,
            Processors processors,
            ObjectProvider<NeedsAttention> attention,
            @Value("${cleave.metrics.interval:15s}") Duration interval) {
        return new StoreWatch(stores, placement, processors, attention::orderedStream, interval);
    }

    @Bean
    LostStores lostStores(
            Placement placement, DataStores stores, ObjectProvider<GroupCommitEventStore> events, MessageNames names) {
        return new LostStores(
                placement.held().stream().collect(Collectors.toMap(Function.identity(), stores::of)),
                stores::isGivenUp,
                events.getIfAvailable() == null ? null : stores.open(DataStores.EVENTS, "db/eventstore"),
                names);
    }

    @Bean
    TokensWithinLog tokensWithinLog(
            Placement placement,
            DataStores stores,
            EventStore events,
            @Qualifier("tokenSerializer") Serializer tokens,
            Processors processors) {
        return new TokensWithinLog(
                placement.held().stream().map(stores::of).toList(),
                events,
                tokens,
                name -> processors.all().stream().filter(processor -> processor.name().equals(name)).findFirst(),
                view -> processors.running(view).resetTokens());
    }
}
