package dev.cleave.architecture.law.messages.noothershttp.nearmiss.stock.shelf;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/stock")
class ShelfController {

    @GetMapping("/{product}/left")
    int left(@PathVariable String product) {
        return product.length();
    }
}
