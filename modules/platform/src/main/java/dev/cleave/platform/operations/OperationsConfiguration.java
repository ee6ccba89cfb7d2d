package dev.cleave.platform.operations;

import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.placement.Placement;
import dev.cleave.platform.processing.Processors;
import dev.cleave.platform.processing.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
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
    DeadLettersEndpoint deadLettersEndpoint(Processors processors) {
        return new DeadLettersEndpoint(processors);
    }

    /** @param directory where backups are written */
    @Bean
    Backups backups(
            DataStores stores,
            Placement placement,
            Processors processors,
            @Value("${cleave.backup-directory:./backups}") Path directory) {
        return new Backups(stores, placement, processors, directory, Clock.systemUTC());
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
        return new StoreWatch(stores, placement, processors, attention::orderedStream, interval, Clock.systemUTC());
    }

    @Bean
    TokensWithinLog tokensWithinLog(
            Placement placement, DataStores stores, EventStore events, @Qualifier("tokenSerializer") Serializer tokens) {
        return new TokensWithinLog(placement.held().stream().map(stores::of).toList(), events, tokens);
    }
}
