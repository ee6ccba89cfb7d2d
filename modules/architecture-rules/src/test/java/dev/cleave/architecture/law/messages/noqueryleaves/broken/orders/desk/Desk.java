package dev.cleave.architecture.law.messages.noqueryleaves.broken.orders.desk;

import dev.cleave.architecture.law.Caught;
import dev.cleave.architecture.law.messages.noqueryleaves.broken.stock.api.FindStock;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryGateway;

class Desk {

    private QueryGateway queries;

    @Caught
    CompletableFuture<Integer> left(String product) {
        return queries.query(new FindStock(product), Integer.class);
    }

    @Caught
    CompletableFuture<Integer> price(String product) {
        return queries.query("findPrice", product, Integer.class);
    }
}
