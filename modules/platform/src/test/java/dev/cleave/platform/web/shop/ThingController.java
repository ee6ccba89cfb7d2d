package dev.cleave.platform.web.shop;

import dev.cleave.platform.messaging.AggregateVersion;
import dev.cleave.platform.messaging.Answer;
import dev.cleave.platform.messaging.CommandIdentities;
import dev.cleave.platform.web.idempotency.RequestIdentity;
import dev.cleave.platform.web.intake.StartsProcess;
import dev.cleave.platform.web.ownwrites.OwnWrites;
import dev.cleave.platform.web.paging.Cursor;
import dev.cleave.platform.web.paging.Page;
import dev.cleave.platform.web.paging.Paging;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/shop/things")
class ThingController {

    record Line(@NotNull ThingId thing, @Positive int quantity) {}

    record NewThing(
            @NotNull @Size(min = 1, max = 20) String name,
            @NotNull Money price,
            @NotEmpty @Size(max = 3) List<@Valid Line> lines,
            @Nullable Shade shade) {}

    enum Shade {
        LIGHT,
        DARK
    }

    record Batch(List<@Valid Line> lines) {}

    record Note(@Nullable String text) {}

    record Made(ThingId thing, String name) {}

    private final RequestIdentity identity;
    private final CommandIdentities commands;
    private final OwnWrites ownWrites;
    private final Bench bench;

    ThingController(RequestIdentity identity, CommandIdentities commands, OwnWrites ownWrites, Bench bench) {
        this.identity = identity;
        this.commands = commands;
        this.ownWrites = ownWrites;
        this.bench = bench;
    }

    @PostMapping
    @StartsProcess
    ResponseEntity<Made> make(@Valid @RequestBody NewThing thing) {
        String id = identity.newId();
        bench.created.add(id);
        commands.next().ifPresent(bench.commands::add);
        handle();
        return ResponseEntity.created(URI.create("/api/shop/things/" + id)).body(new Made(new ThingId(id), thing.name()));
    }

    @PostMapping("/batches")
    ResponseEntity<Void> makeMany(@Valid @RequestBody Batch batch) {
        bench.created.add("batch of " + batch.lines().size());
        return ResponseEntity.accepted().build();
    }

    @PostMapping("/{thing}/notes")
    ResponseEntity<Void> note(@PathVariable ThingId thing, @Valid @RequestBody Note note) {
        bench.created.add("note " + note.text());
        return ResponseEntity.accepted().build();
    }

    @PutMapping("/{thing}")
    ResponseEntity<Void> change(@PathVariable ThingId thing) {
        bench.created.add(identity.newId());
        bench.created.add(identity.newId());
        handle();
        ownWrites.await(new Answer.Accepted(null, new AggregateVersion(thing.value(), 3), true), id -> bench.versionInView);
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping("/{thing}")
    ResponseEntity<Void> remove(@PathVariable ThingId thing) {
        handle();
        return ResponseEntity.accepted().build();
    }

    @GetMapping("/{thing}")
    Made one(@PathVariable ThingId thing) {
        handle();
        return new Made(thing, bench.name);
    }

    @GetMapping
    Page<Integer> list(
            Paging paging,
            @RequestParam(required = false) @Nullable ThingId like,
            @RequestParam(required = false) @Nullable Money price,
            @RequestParam(defaultValue = "1") @Min(1) @Max(9) int step) {
        int first = paging.after().map(cursor -> (int) cursor.number(0) + step).orElse(0);
        List<Integer> found =
                IntStream.range(0, paging.rows()).map(i -> first + i * step).filter(n -> n < 1_000).boxed().toList();
        return paging.page(found, Cursor::of);
    }

    private void handle() {
        Supplier<Object> handler = bench.handler;
        if (handler != null) {
            handler.get();
        }
    }
}
