package dev.cleave.platform.web;

import dev.cleave.platform.web.door.FrontDoor;
import dev.cleave.platform.web.door.Hosts;
import dev.cleave.platform.web.door.PromptHttp;
import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.Valve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** What stands before every port, that of the actuator's own included. */
@Configuration(proxyBeanMethods = false)
class DoorConfiguration {

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> frontDoor(WebProperties properties) {
        return factory -> {
            List<Valve> valves = new ArrayList<>(List.of(new FrontDoor(new Hosts(properties.hosts()))));
            valves.addAll(factory.getEngineValves());
            factory.setEngineValves(valves);
            factory.setProtocol(PromptHttp.class.getName());
            factory.addProtocolHandlerCustomizers((PromptHttp http) -> {
                http.limitHeadsTo(properties.transferTimeout());
                // Nothing reads them, and each could arrive byte by byte. The empty line after the body counts as well.
                http.setMaxTrailerSize(4);
                http.setMaxExtensionSize(0);
            });
        };
    }
}
