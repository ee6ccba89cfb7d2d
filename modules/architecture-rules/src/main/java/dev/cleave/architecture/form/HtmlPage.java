package dev.cleave.architecture.form;

import dev.cleave.architecture.report.Report;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * The report as one page to look at: a file that needs nothing else, neither another file nor a network, and that its own policy allows
 * nothing else. Without scripts it still tells the verdict and the rules.
 */
public final class HtmlPage {

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z-]+)}}");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private HtmlPage() {}

    /** The page, to be kept as UTF-8. */
    public static String of(Report report) {
        String style = resource("architecture-report.css");
        String script = resource("architecture-report.js");
        return filled(resource("architecture-report.html"), Map.of(
                "system", Markup.text(report.system()),
                "style", style,
                "style-hash", hash(style),
                "script", script,
                "script-hash", hash(script),
                "verdict", StaticPart.verdict(report),
                "rules", StaticPart.rules(report),
                "report", embedded(JSON.writeValueAsString(report))));
    }

    /** JSON that an HTML parser reads as text alone, whatever stands in it. */
    static String embedded(String json) {
        StringBuilder safe = new StringBuilder(json.length() + 256);
        json.chars().forEach(c -> {
            if (c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029' || Character.isSurrogate((char) c)) {
                safe.append("\\u%04x".formatted(c));
            } else {
                safe.append((char) c);
            }
        });
        return safe.toString();
    }

    private static String filled(String template, Map<String, String> parts) {
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(Objects.requireNonNull(parts.get(place.group(1)), place.group())));
    }

    private static String hash(String inline) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(inline.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
