package dev.cleave.architecture.form;

import dev.cleave.architecture.model.Location;
import dev.cleave.architecture.report.Report;
import dev.cleave.architecture.report.Report.Outcome;
import dev.cleave.architecture.report.Report.RuleResult;
import dev.cleave.architecture.rule.Violation;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The report in SARIF 2.1.0, in which tools that show findings beside the code take them. */
final class Sarif {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String ROOT = "PROJECTROOT";
    /** A place in the step of a path: a file, from the project's root, and a line. */
    private static final Pattern PLACE =
            Pattern.compile("([^\\s()]+/[^\\s()]+\\.(?:java|kt|sql|xml|ya?ml|properties)):(\\d{1,7})");

    private Sarif() {}

    static String of(Report report) {
        ObjectNode document = JSON.objectNode();
        document.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        document.put("version", "2.1.0");
        ObjectNode run = document.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "Architecture rules");
        ArrayNode rules = driver.putArray("rules");
        ObjectNode invocation = run.putArray("invocations").addObject();
        invocation.put("executionSuccessful", true);
        if (report.provenance().at() != null) {
            invocation.put("endTimeUtc", report.provenance().at().toString());
        }
        run.putObject("automationDetails").put("id", "architecture/" + Words.kebab(report.system()) + "/");
        provenance(report.provenance(), run);
        run.putObject("originalUriBaseIds").putObject(ROOT).putObject("description").put("text", "The project's root folder.");
        run.put("columnKind", "utf16CodeUnits");
        ArrayNode results = run.putArray("results");
        List<RuleResult> examined = ChangeRule.among(report);
        boolean compared = report.rules().stream().anyMatch(rule -> !rule.frozen().isEmpty() || !rule.resolved().isEmpty());
        for (int index = 0; index < examined.size(); index++) {
            RuleResult rule = examined.get(index);
            rules.add(descriptor(rule));
            for (Violation violation : rule.violations()) {
                ObjectNode result = result(rule, index, violation);
                if (compared) {
                    result.put("baselineState", "new");
                }
                results.add(result);
            }
            for (Violation violation : rule.frozen()) {
                ObjectNode result = result(rule, index, violation);
                result.put("baselineState", "unchanged");
                ObjectNode suppression = result.putArray("suppressions").addObject();
                suppression.put("kind", "external");
                suppression.put("status", "accepted");
                suppression.put("justification", "Known to the baseline.");
                results.add(result);
            }
            if (rule.outcome() == Outcome.EMPTY) {
                ObjectNode result = result(rule, index, "The rule found nothing to look at, so nothing is known about it.");
                fingerprint(result, rule, "found nothing");
                results.add(result);
            }
        }
        return ReportJson.text(document);
    }

    private static void provenance(Report.Provenance provenance, ObjectNode run) {
        if (provenance.commit() != null && provenance.repository() != null) {
            ObjectNode control = run.putArray("versionControlProvenance").addObject();
            control.put("repositoryUri", provenance.repository());
            control.put("revisionId", provenance.commit());
            control.putObject("mappedTo").put("uriBaseId", ROOT);
        }
        ObjectNode properties = run.putObject("properties");
        if (provenance.commit() != null) {
            properties.put("commit", provenance.commit());
            properties.put("changedSinceCommit", provenance.changed());
        }
        ObjectNode versions = properties.putObject("versions");
        provenance.versions().forEach(versions::put);
    }

    private static ObjectNode descriptor(RuleResult rule) {
        ObjectNode descriptor = JSON.objectNode();
        descriptor.put("id", rule.id());
        descriptor.putObject("shortDescription").put("text", rule.sentence());
        descriptor.putObject("fullDescription").put("text", rule.reason());
        ObjectNode help = descriptor.putObject("help");
        help.put("text", rule.sentence() + "\n\n" + rule.reason() + "\n\nLaw: " + rule.law());
        help.put("markdown", "**" + Markdown.text(rule.sentence()) + "**\n\n" + Markdown.text(rule.reason()) + "\n\nLaw: "
                + Markdown.text(rule.law()));
        descriptor.putObject("defaultConfiguration").put("level", "error");
        ObjectNode properties = descriptor.putObject("properties");
        properties.putArray("tags").add("architecture").add(rule.law());
        properties.putPOJO("examined", rule.examined());
        return descriptor;
    }

    private static ObjectNode result(RuleResult rule, int index, String message) {
        ObjectNode result = JSON.objectNode();
        result.put("ruleId", rule.id());
        result.put("ruleIndex", index);
        result.put("kind", "fail");
        result.put("level", "error");
        result.putObject("message").put("text", message);
        return result;
    }

    private static ObjectNode result(RuleResult rule, int index, Violation violation) {
        ObjectNode result = result(rule, index, violation.what() + "\n" + violation.remedy());
        result.putArray("locations").add(location(violation.location()));
        fingerprint(result, rule, violation.key());
        if (!violation.path().isEmpty()) {
            ArrayNode steps = result.putArray("codeFlows").addObject().putArray("threadFlows").addObject().putArray("locations");
            steps.addObject().set("location", withText(location(violation.location()), violation.what()));
            violation.path().forEach(step -> steps.addObject().set("location", step(step)));
        }
        return result;
    }

    private static void fingerprint(ObjectNode result, RuleResult rule, String key) {
        result.putObject("partialFingerprints").put("violation/v1", hash(rule.id() + "\n" + key));
    }

    private static ObjectNode location(Location location) {
        ObjectNode node = JSON.objectNode();
        if (location.file() != null) {
            place(node, location.file(), location.line());
        }
        ObjectNode logical = node.putArray("logicalLocations").addObject();
        logical.put("name", location.member() == null ? location.simpleType() : location.member());
        logical.put("fullyQualifiedName",
                location.type() + (location.member() == null ? "" : "." + location.member()));
        logical.put("kind", location.member() == null ? "type" : "member");
        return node;
    }

    private static ObjectNode step(String step) {
        ObjectNode node = JSON.objectNode();
        Matcher place = PLACE.matcher(step);
        if (place.find()) {
            place(node, place.group(1), Integer.parseInt(place.group(2)));
        }
        return withText(node, step);
    }

    private static void place(ObjectNode location, String file, int line) {
        ObjectNode physical = location.putObject("physicalLocation");
        ObjectNode artifact = physical.putObject("artifactLocation");
        artifact.put("uri", uri(file));
        artifact.put("uriBaseId", ROOT);
        if (line > 0) {
            physical.putObject("region").put("startLine", line);
        }
    }

    private static ObjectNode withText(ObjectNode location, String text) {
        location.putObject("message").put("text", text);
        return location;
    }

    /** A path from the project's root as a relative reference. */
    private static String uri(String file) {
        try {
            return new URI(null, null, file.replace('\\', '/'), null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String hash(String key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
