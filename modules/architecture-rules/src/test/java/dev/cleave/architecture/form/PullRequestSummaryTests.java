package dev.cleave.architecture.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.architecture.model.Location;
import dev.cleave.architecture.report.Report;
import dev.cleave.architecture.report.Report.Outcome;
import dev.cleave.architecture.report.Report.RuleResult;
import dev.cleave.architecture.report.SampleReport;
import dev.cleave.architecture.rule.Violation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class PullRequestSummaryTests {

    private final String summary = PullRequestSummary.of(SampleReport.broken());

    @Test
    void beginsWithTheVerdict() {
        assertThat(summary)
                .startsWith("## Architecture of Shop: broken\n\n❌ 1 of 5 rules passed, **2 failed** with 2 violations, "
                        + "**1 message changed and broken**, "
                        + "1 frozen. Examined: 212 classes, 8 messages, at `4f0c1e2d9a7b` and changes since.\n");
        assertThat(PullRequestSummary.of(SampleReport.kept())).isEqualTo(
                "## Architecture of Shop: kept\n\n✅ 1 of 1 rule passed. Examined: 212 classes, 8 messages.\n");
    }

    @Test
    void namesPlaceAndRemedy() {
        assertThat(summary).contains(
                "**A context depends on no other's internals** (`contexts-meet-in-published-language`)\n\n"
                        + "- `modules/ordering/src/main/java/shop/ordering/order/Orders.java:57`: Orders.total(Order) calls "
                        + "shop.stock.shelf.Shelf.find(String), which is internal to stock.\n"
                        + "  *Learn what is needed from stock's events, or have stock publish it in shop.stock.api.*\n",
                "List\\<shop.stock.shelf.Shelf\\>",
                "- It found nothing to look at, so nothing is known about it.\n");
    }

    @Test
    void tellsWhatIsFrozenAndResolved() {
        assertThat(summary).contains("- 1 known violation is still there.\n",
                "- Resolved, to be taken off the baseline: 1 violation of `aggregates-call-no-one`.\n");
    }

    @Test
    void tellsWhatHasChangedTheBreakingFirst() {
        assertThat(summary).contains("### Changed since `aa11bb22cc33`\n\n"
                + "- **Changed incompatibly, and breaking**: event `StockReserved` of stock. The field until: Instant is gone.\n"
                + "- Changed incompatibly: event `OrderPlaced` of ordering. The field total was a BigDecimal and is a Money. "
                + "The upcaster OrderPlacedUpcaster reads the sample of revision 1.\n"
                + "- Changed compatibly: command `PlaceOrder` of ordering. The field note: String is new and need not be given.\n"
                + "- Added: event `InvoiceSent` of billing\n"
                + "- New edge in code: ordering → stock\n"
                + "- Edge gone of messages: billing → stock\n");
    }

    @Test
    void takesNoWordForMarkup() {
        String awkward = PullRequestSummary.of(Awkward.report());
        assertThat(awkward).contains("\\<b\\>\"It's\" &amp; \\`x\\|y\\` \\]\\]\\> --\\> \\~a\\~ \\*\\*b\\*\\* \\_\\_c\\_\\_",
                "@&#8203;Policy", "#&#8203;12", "\\[l\\](u)");
        assertThat(awkward).doesNotContain(" <b>", "@Policy", "@enduml", "\u0007");
    }

    @Test
    void fencesCodeByMoreBackticksThanItHolds() {
        assertThat(Markdown.code("a")).isEqualTo("`a`");
        assertThat(Markdown.code("a`b``c")).isEqualTo("```a`b``c```");
        assertThat(Markdown.code("`a`")).isEqualTo("`` `a` ``");
    }

    @Test
    void doesNotTakeTheBeginningOfALineForAHeadingOrAList() {
        assertThat(Markdown.text("# a")).isEqualTo("\\# a");
        assertThat(Markdown.text("- a")).isEqualTo("\\- a");
        assertThat(Markdown.text("1. a")).isEqualTo("1\\. a");
    }

    @Test
    void staysShort() {
        Violation violation = new Violation(new Location("a.B", null, "a/B.java", 1), "It is wrong.", "Mend it.");
        RuleResult rule = new RuleResult("rule", "Law", "Sentence", "Reason", Outcome.FAILED, new LinkedHashMap<>(),
                Collections.nCopies(1_000, violation), List.of(), List.of(), List.of());
        Report kept = SampleReport.kept();
        Report report = new Report(kept.schema(), kept.system(), kept.provenance(), kept.verdict(),
                Collections.nCopies(100, rule), List.of(), List.of(), List.of(), List.of(), kept.map(), List.of(), List.of(),
                List.of(),
                List.of(),
                null,
                null);
        assertThat(PullRequestSummary.of(report))
                .contains("- … and 997 violations more.\n", "And 90 rules more; the report has them all.\n")
                .hasLineCount(5 + 10 * 10 + 2);
    }
}
