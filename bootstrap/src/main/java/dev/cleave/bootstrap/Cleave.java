package dev.cleave.bootstrap;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Cleave {

    public static void main(String[] args) {
        SpringApplication.run(Cleave.class, args);
    }
}
