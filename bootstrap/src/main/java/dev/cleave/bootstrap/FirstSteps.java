package dev.cleave.bootstrap;

import dev.cleave.platform.web.door.OwnAddress;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Says at the end of a start, to a person who started the whole system, where it is and what to do next. */
final class FirstSteps implements ApplicationListener<ApplicationReadyEvent>, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(FirstSteps.class);
    private static final String USUAL = "http://localhost:8080";

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        Environment environment = ready.getApplicationContext().getEnvironment();
        boolean forMachines = environment.containsProperty("logging.structured.format.console");
        if (forMachines || environment.containsProperty("cleave.unit") || !environment.containsProperty("local.server.port")) {
            return;
        }
        String address = localhost(OwnAddress.of(environment, ""));
        LOG.info("""
                Ready: {}

                    Read and try the HTTP interface   {}/swagger-ui.html
                    Then, in another terminal         {}
                    Stop                              Ctrl-C
                """, address, address, trade(new ApplicationHome(Cleave.class).getSource(), address));
    }

    /** The command that trades the sample, from the folder that this process was started in. */
    static String trade(@Nullable File program, String address) {
        String arguments = "trade --sample" + (address.equals(USUAL) ? "" : " --url " + address);
        if (program == null || !program.isFile()) {
            return "mvn -q spring-boot:run -Ptrade"
                    + (address.equals(USUAL) ? "" : " -Dspring-boot.run.arguments=\"" + arguments + "\"");
        }
        Path here = Path.of("").toAbsolutePath();
        Path jar = program.toPath().toAbsolutePath();
        String path = (jar.startsWith(here) ? here.relativize(jar) : jar).toString();
        return "java -jar " + (path.matches("[-A-Za-z0-9_./:\\\\+]+") ? path : "\"" + path + "\"") + " " + arguments;
    }

    private static String localhost(URI address) {
        return address.toString().replace("//127.0.0.1:", "//localhost:");
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
