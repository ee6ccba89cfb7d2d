package dev.cleave.architecture.law.messages.noothershttp.broken.stock.shelf;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RowsController {

    @GetMapping("/stock/inside/rows/{row}")
    int row(@PathVariable int row) {
        return row;
    }
}
