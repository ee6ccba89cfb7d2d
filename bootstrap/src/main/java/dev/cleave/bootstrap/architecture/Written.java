package dev.cleave.bootstrap.architecture;

import org.springframework.core.io.ClassPathResource;

/** What the build wrote of the architecture. Nothing of it is read before somebody asks. */
final class Written {

    private Written() {}

    static ClassPathResource model() {
        return named("architecture.json");
    }

    static ClassPathResource page() {
        return named("architecture.html");
    }

    private static ClassPathResource named(String file) {
        return new ClassPathResource("META-INF/cleave/" + file, Written.class.getClassLoader());
    }
}
