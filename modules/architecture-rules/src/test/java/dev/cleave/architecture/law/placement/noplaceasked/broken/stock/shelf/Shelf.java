package dev.cleave.architecture.law.placement.noplaceasked.broken.stock.shelf;

import dev.cleave.architecture.law.Caught;
import dev.cleave.architecture.law.words.Placement;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;

class Shelf {

    @Value("${spring.profiles.active:none}")
    @Caught
    private String profile;

    @Caught
    boolean isTest(Environment environment) {
        return environment.matchesProfiles("test");
    }

    @Caught
    String host() throws UnknownHostException {
        return InetAddress.getLocalHost().getHostName();
    }

    @Caught
    String pod() {
        return System.getenv("HOSTNAME") + profile;
    }

    @Caught
    int neighbours(Placement placement) {
        return placement.held().size();
    }
}
