package dev.cleave.architecture.law.messages.noothersinternals.nearmiss.orders.desk;

import dev.cleave.architecture.law.messages.noothersinternals.nearmiss.stock.api.StockTaken;
import java.util.function.Supplier;

class Reflection {

    Class<?> own() throws ClassNotFoundException {
        return Class.forName("dev.cleave.architecture.law.messages.noothersinternals.nearmiss.orders.desk.Shelf");
    }

    Class<?> published() throws ClassNotFoundException {
        return Class.forName("dev.cleave.architecture.law.messages.noothersinternals.nearmiss.stock.api.StockTaken");
    }

    String hint() {
        return "Look at dev.cleave.architecture.law.messages.noothersinternals.nearmiss.stock.shelf.Shelf for how it counts.";
    }

    Object cast(Supplier<?> any) {
        return (StockTaken) any.get();
    }
}
