package dev.cleave.inventory;

import dev.cleave.platform.placement.BoundedContext;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

@BoundedContext("inventory")
@EnableConfigurationProperties(InventoryProperties.class)
class InventoryContext {

    /** A warehouse's state is megabytes, and its events come by the hundred in a second: it is kept less often than others. */
    @Bean
    SnapshotTriggerDefinition warehouseSnapshots(Snapshotter snapshotter, InventoryProperties inventory) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, inventory.snapshotEvery());
    }
}
