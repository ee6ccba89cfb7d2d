package dev.cleave.architecture.law.placement.notransportnamed.broken.stock.shelf;

import dev.cleave.architecture.law.Caught;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;

class Shelf {

    @Caught
    private AxonServerConnectionManager connections;

    @Caught
    boolean isConnected() {
        return connections.isConnected("stock");
    }
}
