package com.example.theatre;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class TheatreApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(TheatreApplication.class, arguments);
    }
}
