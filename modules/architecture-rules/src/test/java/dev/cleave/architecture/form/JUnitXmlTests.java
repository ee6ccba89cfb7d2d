package dev.cleave.architecture.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cleave.architecture.report.Report;
import dev.cleave.architecture.report.SampleReport;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class JUnitXmlTests {

    static List<Report> reports() {
        return List.of(SampleReport.broken(), SampleReport.kept(), SampleReport.empty(), Awkward.report());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void followsWhatThePublishedSchemasHaveInCommon(Report report) throws Exception {
        validate(JUnitXml.of(report));
    }

    @Test
    void schemaWouldNotTakeAnything() {
        String xml = JUnitXml.of(SampleReport.broken());
        for (String[] change : new String[][] {{" hostname=\"localhost\"", ""}, {"time=\"0\"", "time=\"soon\""},
            {"<failure type=", "<broken type="}, {"<system-err></system-err>", ""},
            {"2026-03-14T09:26:53", "2026-03-14T09:26:53Z"}}) {
            assertThat(xml).contains(change[0]);
            String broken = xml.replace(change[0], change[1]).replace("</failure>",
                    change[0].contains("failure") ? "</broken>" : "</failure>");
            assertThatExceptionOfType(SAXException.class).as(change[0]).isThrownBy(() -> validate(broken));
        }
    }

    @Test
    void makesEachLawASuiteAndEachRuleATest() throws Exception {
        String xml = JUnitXml.of(SampleReport.broken());
        assertThat(number(xml, "count(/testsuites/testsuite)")).isEqualTo(5);
        assertThat(number(xml, "count(//testcase)")).isEqualTo(6);
        assertThat(text(xml, "//testsuite[@name='Commands and events only']/@tests")).isEqualTo("2");
        assertThat(text(xml, "//testsuite[@name='Commands and events only']/@failures")).isEqualTo("1");
        assertThat(text(xml, "//testsuite/testcase[1]/@name")).isEqualTo("A context depends on no other's internals");
        assertThat(text(xml, "//testsuite/testcase[1]/@classname"))
                .isEqualTo("architecture.commands-and-events-only.contexts-meet-in-published-language");
    }

    @Test
    void failsWithEveryViolationAndItsRemedy() throws Exception {
        String xml = JUnitXml.of(SampleReport.broken());
        assertThat(text(xml, "//failure/@message"))
                .isEqualTo("2 violations: modules/ordering/src/main/java/shop/ordering/order/Orders.java:57: "
                        + "Orders.total(Order) calls shop.stock.shelf.Shelf.find(String), which is internal to stock.");
        assertThat(text(xml, "//failure"))
                .contains("modules/ordering/src/main/java/shop/ordering/order/Order.java:12: Order has a field of type "
                        + "List<shop.stock.shelf.Shelf>", "Keep stock's identifier instead.");
    }

    @Test
    void failsARuleThatFoundNothing() throws Exception {
        String xml = JUnitXml.of(SampleReport.broken());
        assertThat(text(xml, "//testsuite[@name='Own data']//failure/@message")).contains("found nothing to look at");
    }

    @Test
    void failsWhereAMessageHasChangedAndBroken() throws Exception {
        String xml = JUnitXml.of(SampleReport.broken());
        assertThat(text(xml, "//testsuite[@name='Events are readable forever']//failure"))
                .contains("modules/stock/src/main/java/shop/stock/api/StockReserved.java:7: The event StockReserved has changed. "
                        + "The field until: Instant is gone.")
                .doesNotContain("OrderPlaced");
        assertThat(JUnitXml.of(SampleReport.kept())).doesNotContain("no-breaking-change");
    }

    @Test
    void passesWhatIsFrozenAndTellsIt() throws Exception {
        String xml = JUnitXml.of(SampleReport.broken());
        assertThat(number(xml, "count(//testsuite[@name='Events are the only truth']/testcase/*)")).isZero();
        assertThat(text(xml, "//testsuite[@name='Events are the only truth']/system-out"))
                .contains("Invoice.java:40: Invoice.on(OrderPlaced) reads the clock.",
                        "    Invoice.on(OrderPlaced) (Invoice.java:40)\n    Days.due() (Days.java:9)\n",
                        "resolved, to be taken off the baseline", "shop.billing.Invoice#pay(Pay)");
        assertThat(number(xml, "count(//testsuite[@name='Every wait ends']/testcase/skipped)")).isEqualTo(1);
    }

    private static void validate(String xml) throws SAXException, IOException {
        Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(JUnitXmlTests.class.getResource("junit-common.xsd"));
        schema.newValidator().validate(new StreamSource(new StringReader(xml)));
    }

    private static String text(String xml, String path) throws Exception {
        return XPathFactory.newInstance().newXPath().evaluate(path, document(xml));
    }

    private static double number(String xml, String path) throws Exception {
        return Double.parseDouble(text(xml, path));
    }

    private static Document document(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }
}
