package dev.cleave.architecture.law.placement.notransportnamed.nearmiss.platform;

import org.axonframework.axonserver.connector.AxonServerConnectionManager;

public class Wire {

    public boolean isUp(AxonServerConnectionManager connections) {
        return connections.isConnected("default");
    }
}
