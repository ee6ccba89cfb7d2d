package dev.cleave.platform.web;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * How the web server is set up where nobody says otherwise: on the loopback address, and within bounds that a small machine can
 * carry.
 */
final class WebDefaults implements EnvironmentPostProcessor, Ordered {

    private static final String SOURCE = "cleave-web-defaults";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.getPropertySources().contains(SOURCE)) {
            return;
        }
        Map<String, Object> defaults = new HashMap<>();
        defaults.put("server.address", "${cleave.web.listen:127.0.0.1}");
        defaults.put("server.shutdown", "graceful");
        defaults.put("server.max-http-request-header-size", "16KB");
        defaults.put("server.tomcat.threads.max", "330");
        defaults.put("server.tomcat.max-connections", "2000");
        defaults.put("server.tomcat.accept-count", "200");
        defaults.put("server.tomcat.connection-timeout", "10s");
        defaults.put("server.tomcat.keep-alive-timeout", "30s");
        defaults.put("server.tomcat.max-keep-alive-requests", "10000");
        defaults.put("server.tomcat.max-swallow-size", "2MB");
        defaults.put("server.tomcat.max-http-form-post-size", "64KB");
        defaults.put("server.tomcat.max-parameter-count", "100");
        defaults.put("spring.servlet.multipart.enabled", "false");
        defaults.put("spring.mvc.problemdetails.enabled", "false");
        defaults.put("spring.web.error.include-stacktrace", "never");
        defaults.put("spring.web.error.include-message", "never");
        defaults.put("spring.web.error.include-binding-errors", "never");
        defaults.put("spring.web.error.include-exception", "false");
        defaults.put("spring.web.locale", "en");
        defaults.put("spring.web.locale-resolver", "fixed");
        // Tomcat would repeat malformed requests in the log; springdoc would warn of what is meant to be there.
        defaults.put("logging.level.org.apache.coyote.http11", "warn");
        defaults.put("logging.level.org.springdoc.core.events", "error");
        environment.getPropertySources().addLast(new MapPropertySource(SOURCE, defaults));
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
