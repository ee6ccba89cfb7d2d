package dev.cleave.architecture.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.architecture.report.Report;
import dev.cleave.architecture.report.SampleReport;
import dev.cleave.architecture.report.ShopReport;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class HtmlPageTests {

    private static final String HOSTILE = "</script></title><img src=x onerror=window.hostile=1><!--\u2028{{script}}$1";

    @Test
    void isWellFormed() {
        for (Report report : List.of(ShopReport.full(), ShopReport.kept(), SampleReport.empty(), hostile())) {
            Parser parser = Parser.htmlParser().setTrackErrors(20);
            parser.parseInput(HtmlPage.of(report), "");
            assertThat(parser.getErrors()).isEmpty();
        }
    }

    @Test
    void loadsNothing() {
        Document page = Jsoup.parse(HtmlPage.of(ShopReport.full()));
        assertThat(page.select("[src], object, embed, iframe, base, form")).isEmpty();
        assertThat(page.select("[href]").eachAttr("href")).allMatch(link -> link.startsWith("#") || link.equals("data:,"));
        assertThat(page.select("style").html()).doesNotContain("url(", "@import");
        assertThat(page.select("[style]")).isEmpty();
    }

    @Test
    void allowsNothingButItsOwnScriptAndStyle() throws Exception {
        Document page = Jsoup.parse(HtmlPage.of(ShopReport.full()));
        String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
        assertThat(policy.split("; ")).contains(
                "default-src 'none'",
                "style-src '" + hash(page.select("style").first()) + "'",
                "script-src '" + hash(page.select("script:not([type])").first()) + "'",
                "base-uri 'none'",
                "form-action 'none'");
    }

    @Test
    void aNameNeverBecomesMarkup() {
        Document page = Jsoup.parse(HtmlPage.of(hostile()));
        assertThat(page.select("img")).isEmpty();
        assertThat(page.select("script")).hasSize(2);
        assertThat(page.title()).isEqualTo("Sample <b>shop</b>: architecture report");
        assertThat(page.select("#verdict").text()).contains("Sample <b>shop</b>");
        assertThat(page.select("#static").text()).contains("<img src=x onerror=window.hostile=1><!--");
    }

    @Test
    void carriesTheReportAsItIs() {
        JsonMapper json = JsonMapper.builder().build();
        for (Report report : List.of(ShopReport.full(), SampleReport.empty(), hostile())) {
            String carried = Jsoup.parse(HtmlPage.of(report)).select("script#report").first().data();
            assertThat(carried).doesNotContain("<", ">", "&", "\u2028", "\u2029");
            assertThat(json.readTree(carried)).isEqualTo(json.readTree(ReportJson.of(report)));
        }
    }

    @Test
    void tellsTheVerdictAndTheRulesWithoutScripts() {
        Document page = Jsoup.parse(HtmlPage.of(ShopReport.full()));
        assertThat(page.select("h1").text()).isEqualTo("3 of 30 rules are broken, at 4 places.");
        assertThat(page.select("#verdict").text()).contains(
                "The build must not go on.", "1 rule found nothing to look at.", "3f9c2ab0d4e17765a1c09be2f3d85c1e7a604b52",
                "with changes that are not committed", "4 March 2026, 05:06 UTC", "Axon Framework 4.13.0");
        Element broken = page.getElementById("rule=no-foreign-beans");
        assertThat(broken.text()).contains(
                "failed", "No context is given another context's Spring bean",
                "modules/ordering/src/main/java/com/example/shop/ordering/fulfilment/Fulfilment.java:47",
                "To do: Send ReserveStock instead", "148 injection points");
        assertThat(page.select("#static tbody tr")).hasSize(30);
        assertThat(page.select("noscript").text()).contains("report.json");
    }

    @Test
    void saysWhatAKeptSystemAndOneWithoutRulesComesTo() {
        assertThat(Jsoup.parse(HtmlPage.of(ShopReport.kept())).select("#verdict").text())
                .contains("All 30 rules are kept. The build may go on.");
        assertThat(Jsoup.parse(HtmlPage.of(SampleReport.empty())).select("#verdict").text())
                .contains("No rule was run.", "none: not in a repository");
    }

    static Report hostile() {
        String json = ReportJson.of(ShopReport.full())
                .replace("OrderPlaced", HOSTILE.replace("\u2028", "\\u2028"))
                .replace("Sample shop", "Sample <b>shop</b>")
                .replace("\"ordering\"", "\"<i>ordering</i>\"");
        return ReportJson.read(json);
    }

    private static String hash(Element inline) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(inline.data().getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }
}
