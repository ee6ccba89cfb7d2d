package dev.cleave.architecture.law.messages.noothershttp.broken.orders.desk;

import dev.cleave.architecture.law.Caught;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.function.Supplier;
import org.springframework.web.client.RestClient;

class Desk {

    private RestClient client;

    @Caught
    Integer left(String product) {
        return client.get().uri("http://localhost:8080/api/stock/{product}/left", product).retrieve().body(Integer.class);
    }

    @Caught
    HttpRequest request(String product) {
        return HttpRequest.newBuilder(URI.create("/api/stock/" + product)).build();
    }

    @Caught
    Supplier<String> later() {
        return () -> client.get().uri("/api/stock").retrieve().body(String.class);
    }
}
