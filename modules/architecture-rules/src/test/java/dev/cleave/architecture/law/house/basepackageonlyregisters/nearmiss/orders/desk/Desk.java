package dev.cleave.architecture.law.house.basepackageonlyregisters.nearmiss.orders.desk;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Desk {

    @PostMapping
    void place(String product) {}
}
