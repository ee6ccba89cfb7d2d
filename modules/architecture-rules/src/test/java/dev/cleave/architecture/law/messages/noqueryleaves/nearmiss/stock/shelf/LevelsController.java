package dev.cleave.architecture.law.messages.noqueryleaves.nearmiss.stock.shelf;

import dev.cleave.architecture.law.messages.noqueryleaves.nearmiss.stock.api.FindStock;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LevelsController {

    private QueryGateway queries;

    @GetMapping("/stock")
    CompletableFuture<Integer> left(String product) {
        return queries.query(new FindStock(product), Integer.class);
    }
}
