package dev.cleave.architecture.sample.catalogue;

import dev.cleave.architecture.sample.coreapi.AddBook;
import dev.cleave.architecture.sample.coreapi.FindBook;
import dev.cleave.architecture.sample.coreapi.RemoveBook;
import java.util.List;
import java.util.function.Function;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/books")
class BookController {

    private final CommandGateway commands;
    private final QueryGateway queries;

    BookController(CommandGateway commands, QueryGateway queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @PostMapping
    void add(String isbn) {
        commands.send(AddBook.untitled(isbn));
    }

    @DeleteMapping({"/{isbn}", "/by-number/{isbn}"})
    void remove(@PathVariable String isbn) {
        Function<String, RemoveBook> removal = RemoveBook::new;
        List.of(isbn).forEach(each -> commands.send(removal.apply(each)));
    }

    @GetMapping("/{isbn}")
    boolean find(@PathVariable String isbn) {
        return queries.query(new FindBook(isbn), Boolean.class).join();
    }
}
