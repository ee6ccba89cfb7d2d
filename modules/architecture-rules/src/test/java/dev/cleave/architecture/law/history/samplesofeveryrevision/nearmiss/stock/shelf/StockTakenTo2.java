package dev.cleave.architecture.law.history.samplesofeveryrevision.nearmiss.stock.shelf;

import dev.cleave.architecture.law.history.samplesofeveryrevision.nearmiss.stock.api.StockTaken;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;

class StockTakenTo2 extends SingleEventUpcaster {

    private static final SimpleSerializedType FROM = new SimpleSerializedType(StockTaken.class.getName(), "1");

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().equals(FROM);
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event;
    }
}
