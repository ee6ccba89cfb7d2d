package dev.cleave.simulator;

import dev.cleave.platform.web.door.LocalOnly;
import dev.cleave.platform.web.paging.Cursor;
import dev.cleave.platform.web.paging.Page;
import dev.cleave.platform.web.paging.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The simulated provider's ledger: what it was asked and what it did, for whoever wants a witness. */
@Tag(name = "Simulator", description = "The simulated payment provider's own books; answered to callers on the same machine only")
@LocalOnly
@RestController
@RequestMapping("/simulator/ledger")
class LedgerController {

    private final Books books;

    LedgerController(Books books) {
        this.books = books;
    }

    /**
     * A page of the ledger.
     *
     * @param totals what all approved entries come to, less those undone since, page or no page; only on the first page
     */
    record Ledger(List<Books.Entry> items, @Nullable String next, @Nullable List<Totals> totals) {}

    /**
     * What was done in one currency.
     *
     * @param held set aside and neither charged nor given up
     * @param captures how many payments were charged
     */
    record Totals(
            @Schema(example = "GBP") String currency,
            Money authorised,
            Money captured,
            Money cancelled,
            Money refunded,
            Money held,
            @Schema(example = "12") long captures,
            @Schema(example = "1") long refunds) {

        static Totals of(String currency, Map<String, Books.Effects> byKind) {
            Money authorised = sum(currency, byKind.get("authorisation"));
            Money captured = sum(currency, byKind.get("capture"));
            Money cancelled = sum(currency, byKind.get("cancellation"));
            return new Totals(
                    currency,
                    authorised,
                    captured,
                    cancelled,
                    sum(currency, byKind.get("refund")),
                    authorised.minus(captured).minus(cancelled),
                    count(byKind.get("capture")),
                    count(byKind.get("refund")));
        }

        private static Money sum(String currency, Books.@Nullable Effects effects) {
            return effects == null ? Money.zero(CurrencyUnit.of(currency)) : effects.sum();
        }

        private static long count(Books.@Nullable Effects effects) {
            return effects == null ? 0 : effects.count();
        }
    }

    @Operation(summary = "Read what the provider was asked and what it did, the oldest first")
    @ApiResponse(responseCode = "200", description = "A page of the ledger.", useReturnTypeSchema = true)
    @GetMapping
    Ledger read(
            @Parameter(description = "Only what was asked for this order, or under this reference.",
                    example = "019a8f2e-7c1b-7d3a-9e55-0b6f3a1c2d4e")
            @RequestParam(required = false) @Nullable String reference, Paging paging) {
        long position = paging.after().map(cursor -> cursor.number(0)).orElse(0L);
        Page<Books.Entry> page = paging.page(
                books.entries(reference, position, paging.rows()), entry -> Cursor.of(entry.position()));
        return new Ledger(page.items(), page.next(), position == 0 ? totals(reference) : null);
    }

    private List<Totals> totals(@Nullable String reference) {
        Map<String, Map<String, Books.Effects>> byCurrency = new LinkedHashMap<>();
        for (Books.Effects effects : books.effects(reference)) {
            byCurrency.computeIfAbsent(effects.currency(), c -> new LinkedHashMap<>()).put(effects.kind(), effects);
        }
        List<Totals> totals = new ArrayList<>();
        byCurrency.forEach((currency, byKind) -> totals.add(Totals.of(currency, byKind)));
        return totals;
    }
}
