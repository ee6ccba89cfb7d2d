package dev.cleave.architecture.law.events.onlygatewaysgooutside.broken.orders.desk;

import dev.cleave.architecture.law.Caught;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class Price {

    @Caught
    @CommandHandler
    String of(HttpRequest command) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(command, BodyHandlers.ofString()).body();
        }
    }
}
