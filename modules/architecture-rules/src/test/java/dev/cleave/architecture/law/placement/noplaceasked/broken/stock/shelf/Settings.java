package dev.cleave.architecture.law.placement.noplaceasked.broken.stock.shelf;

import dev.cleave.architecture.law.Caught;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.core.env.Environment;

class Settings {

    @Value("${shop.unit:all}")
    @Caught
    private String unit;

    @Caught
    Settings(@Value("#{environment.activeProfiles}") List<String> profiles) {}

    @Caught
    String variable() {
        return System.getenv("SHOP_UNIT") + unit;
    }

    @Caught
    String property(Environment environment) {
        return environment.getProperty("shop.unit");
    }

    @Caught
    long process() {
        return ProcessHandle.current().pid();
    }

    @Caught
    int own(@Value("${local.server.port}") int port) {
        return port;
    }

    @Caught
    int port(WebServerInitializedEvent started) {
        return started.getWebServer().getPort();
    }

    @Caught
    String address() {
        return "http://stock:8080/shelves";
    }
}
