package dev.cleave.architecture.law.events.onlygatewaysgooutside.nearmiss.orders.desk;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Desk {

    private final Post post;

    Desk(Post post) {
        this.post = post;
    }

    @PostMapping
    URI order(String product) {
        return post.ready() ? URI.create("/" + URLEncoder.encode(product, StandardCharsets.UTF_8)) : Path.of(product).toUri();
    }
}
