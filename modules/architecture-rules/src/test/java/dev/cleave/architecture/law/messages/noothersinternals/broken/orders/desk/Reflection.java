package dev.cleave.architecture.law.messages.noothersinternals.broken.orders.desk;

import dev.cleave.architecture.law.Caught;
import dev.cleave.architecture.law.messages.noothersinternals.broken.stock.shelf.Shelf;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;

class Reflection {

    @Caught
    Class<?> byName() throws ClassNotFoundException {
        return Class.forName("dev.cleave.architecture.law.messages.noothersinternals.broken.stock.shelf.Shelf");
    }

    @Caught
    void byQualifier(
            @Qualifier("dev.cleave.architecture.law.messages.noothersinternals.broken.stock.shelf.Shelf") Object shelf) {}

    @Caught
    Object cast(Supplier<?> any) {
        return (Shelf) any.get();
    }

    @Caught
    Object many() {
        return new Shelf[2];
    }
}
