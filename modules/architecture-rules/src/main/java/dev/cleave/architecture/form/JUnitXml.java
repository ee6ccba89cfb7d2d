package dev.cleave.architecture.form;

import dev.cleave.architecture.report.Report;
import dev.cleave.architecture.report.Report.Outcome;
import dev.cleave.architecture.report.Report.RuleResult;
import dev.cleave.architecture.rule.Violation;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The report as the XML that build servers read test results from: each law a suite, each of its rules a test. It keeps to what the strictest
 * of the schemas in use allows: known violations are told in the suite's output, not in the test's, and a report without a time has the
 * beginning of 1970, as the time may not be missing.
 */
final class JUnitXml {

    private static final DateTimeFormatter WITHOUT_ZONE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private int depth;

    private JUnitXml() throws XMLStreamException {
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    }

    static String of(Report report) {
        try {
            JUnitXml form = new JUnitXml();
            form.write(report);
            return form.text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A string can always be written to", e);
        }
    }

    private void write(Report report) throws XMLStreamException {
        Map<String, List<RuleResult>> laws = new LinkedHashMap<>();
        ChangeRule.among(report).forEach(rule -> laws.computeIfAbsent(rule.law(), law -> new ArrayList<>()).add(rule));
        xml.writeStartDocument("UTF-8", "1.0");
        open("testsuites");
        int id = 0;
        for (Map.Entry<String, List<RuleResult>> law : laws.entrySet()) {
            write(report, law.getKey(), law.getValue(), id++);
        }
        close(true);
        text.append('\n');
    }

    private void write(Report report, String law, List<RuleResult> rules, int id) throws XMLStreamException {
        open("testsuite");
        attribute("name", law);
        attribute("package", "architecture");
        attribute("id", String.valueOf(id));
        Instant at = report.provenance().at();
        attribute("timestamp", WITHOUT_ZONE.format(at == null ? Instant.EPOCH : at));
        attribute("hostname", "localhost");
        attribute("tests", String.valueOf(rules.size()));
        attribute("failures", String.valueOf(rules.stream().filter(JUnitXml::failed).count()));
        attribute("errors", "0");
        attribute("skipped", String.valueOf(
                rules.stream().filter(rule -> rule.outcome() == Outcome.NOT_APPLICABLE).count()));
        attribute("time", "0");
        open("properties");
        property("system", report.system());
        if (report.provenance().commit() != null) {
            property("commit", report.provenance().commit() + (report.provenance().changed() ? " and changes since" : ""));
        }
        close(true);
        for (RuleResult rule : rules) {
            write(rule);
        }
        open("system-out");
        content(rules.stream().map(JUnitXml::output).collect(Collectors.joining()));
        close(false);
        open("system-err");
        close(false);
        close(true);
    }

    private void write(RuleResult rule) throws XMLStreamException {
        open("testcase");
        attribute("name", rule.sentence());
        attribute("classname", "architecture." + Words.kebab(rule.law()) + "." + rule.id());
        attribute("time", "0");
        boolean empty = true;
        if (rule.outcome() == Outcome.FAILED) {
            open("failure");
            attribute("type", rule.id());
            attribute("message", Words.count(rule.violations().size(), "violation", "violations")
                    + rule.violations().stream().findFirst().map(first -> ": " + line(first)).orElse(""));
            content(rule.reason() + "\n\n"
                    + rule.violations().stream().map(JUnitXml::lines).collect(Collectors.joining("\n")));
            close(false);
            empty = false;
        } else if (rule.outcome() == Outcome.EMPTY) {
            open("failure");
            attribute("type", rule.id());
            attribute("message", "The rule found nothing to look at, so nothing is known about it");
            content(rule.reason() + "\n\nExamined: " + examined(rule) + "\n");
            close(false);
            empty = false;
        } else if (rule.outcome() == Outcome.NOT_APPLICABLE) {
            open("skipped");
            attribute("message", "There is nothing in the system that the rule is about");
            close(false);
            empty = false;
        }
        close(!empty);
    }

    private static boolean failed(RuleResult rule) {
        return rule.outcome() == Outcome.FAILED || rule.outcome() == Outcome.EMPTY;
    }

    private static String output(RuleResult rule) {
        StringBuilder output = new StringBuilder();
        if (!rule.frozen().isEmpty()) {
            output.append(rule.id()).append(": known and accepted for now\n");
            rule.frozen().forEach(violation -> output.append(lines(violation)));
        }
        if (!rule.resolved().isEmpty()) {
            output.append(rule.id()).append(": resolved, to be taken off the baseline\n");
            rule.resolved().forEach(key -> output.append(key).append('\n'));
        }
        return output.toString();
    }

    private static String examined(RuleResult rule) {
        return rule.examined().isEmpty()
                ? "nothing"
                : rule.examined().entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining(", "));
    }

    private static String line(Violation violation) {
        return violation.location().shown() + ": " + violation.what();
    }

    private static String lines(Violation violation) {
        StringBuilder lines = new StringBuilder(line(violation)).append('\n');
        violation.shortPath().forEach(step -> lines.append("    ").append(step).append('\n'));
        return lines.append("  ").append(violation.remedy()).append('\n').toString();
    }

    private void property(String name, String value) throws XMLStreamException {
        open("property");
        attribute("name", name);
        attribute("value", value);
        close(false);
    }

    private void open(String name) throws XMLStreamException {
        indent();
        xml.writeStartElement(name);
        depth++;
    }

    private void close(boolean onLineOfItsOwn) throws XMLStreamException {
        depth--;
        if (onLineOfItsOwn) {
            indent();
        }
        xml.writeEndElement();
    }

    private void indent() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, allowed(value).replaceAll("\\s+", " ").strip());
    }

    private void content(String value) throws XMLStreamException {
        xml.writeCharacters(allowed(value));
    }

    /** Without the characters that XML cannot hold in any way. */
    private static String allowed(String value) {
        StringBuilder allowed = new StringBuilder();
        value.codePoints()
                .filter(c -> c == '\t' || c == '\n' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD
                        || c >= 0x10000)
                .forEach(allowed::appendCodePoint);
        return allowed.toString();
    }
}
