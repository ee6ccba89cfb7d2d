package dev.cleave.architecture.law.placement;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import dev.cleave.architecture.bytecode.Literal;
import dev.cleave.architecture.bytecode.Literals;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.Location;
import dev.cleave.architecture.rule.Packages;
import dev.cleave.architecture.rule.Rule;
import dev.cleave.architecture.rule.StandIns;
import dev.cleave.architecture.rule.Statement;
import dev.cleave.architecture.rule.UsesOf;
import dev.cleave.architecture.rule.Violation;
import dev.cleave.architecture.uses.Use;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Contexts don't ask where they run. */
final class NoPlaceAsked {

    private static final List<String> CONDITIONS = List.of(
            "org.springframework.context.annotation.Profile",
            "org.springframework.boot.autoconfigure.condition.ConditionalOnCloudPlatform");
    private static final Set<String> HOST = Set.of("HOSTNAME", "COMPUTERNAME");
    private static final Set<String> PORTS = Set.of("local.server.port", "local.management.port");
    private static final Pattern ADDRESS = Pattern.compile("\\bhttps?://([\\w-]+)");

    private NoPlaceAsked() {}

    static Rule rule() {
        return Statement.of(
                "no-place-asked", Placeless.LAW,
                "A context asks for no profile, no unit and no host",
                "A context that knows where it runs can behave differently in different places, and then a test in one place proves nothing about"
                        + " another. What differs between deployments is a setting of the context.")
                .all("classes", SystemCode::contextClasses)
                .violatedBy((code, type) -> StandIns.include(code, type) ? Stream.empty() : askedIn(code, type).stream())
                .granting(code -> StandIns.granted(
                        code,
                        standIn -> "What " + standIn + " asks for counts as asked for outside.",
                        type -> askedIn(code, type).stream().map(Violation::location))
                        .stream()
                        .filter(each -> !each.places().isEmpty())
                        .toList());
    }

    /** One for each place. */
    private static Collection<Violation> askedIn(SystemCode code, JavaClass type) {
        List<Violation> found = new ArrayList<>();
        UsesOf.firstUses(type, use -> tells(code, use)).forEach(use -> found.add(violation(code.at(use), use.inWords())));
        if (CONDITIONS.stream().anyMatch(type::isMetaAnnotatedWith)) {
            found.add(violation(code.at(type), type.getSimpleName() + " is there in some profiles or platforms only"));
        }
        for (JavaMember member : type.getMembers()) {
            if (CONDITIONS.stream().anyMatch(member::isMetaAnnotatedWith)) {
                found.add(violation(
                        code.at(member),
                        type.getSimpleName() + "." + member.getName() + " counts in some profiles or platforms only"));
            }
        }
        for (Literal literal : Literals.of(type)) {
            if (asks(code, literal.text())) {
                found.add(violation(code.at(literal), type.getSimpleName() + " asks for " + literal.text()));
            }
        }
        Map<Location, Violation> places = new LinkedHashMap<>();
        found.forEach(violation -> places.putIfAbsent(violation.location(), violation));
        return places.values();
    }

    /** A setting stands in a text as such, in a placeholder or an expression; among a system's variables it is in capitals. */
    private static boolean asks(SystemCode code, String text) {
        return HOST.contains(text)
                || text.contains("spring.profiles")
                || text.contains("environment.activeProfiles")
                || ADDRESS.matcher(text).results().anyMatch(address -> isContext(code, address.group(1)))
                || Stream.concat(PORTS.stream(), code.conventions().placementSettings().stream())
                        .anyMatch(setting -> text.equals(setting)
                                || text.equals(setting.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"))
                                || Pattern.compile("\\{" + Pattern.quote(setting) + "(?![\\w.-])").matcher(text).find());
    }

    private static boolean isContext(SystemCode code, String name) {
        return code.contexts().stream().anyMatch(context -> context.name().equals(name));
    }

    private static boolean tells(SystemCode code, Use use) {
        String type = use.to().getName();
        String target = String.valueOf(use.target());
        return Packages.contain(code.conventions().placement(), use.to()) && !type.equals(code.conventions().contextMarker())
                || type.startsWith("org.springframework.core.env.") && target.contains("Profiles")
                || type.equals("java.net.InetAddress") && target.equals("getLocalHost")
                || type.equals("java.net.NetworkInterface")
                || type.startsWith("org.springframework.boot.") && type.endsWith("WebServerInitializedEvent")
                || type.equals("java.lang.management.RuntimeMXBean") && Set.of("getName", "getPid").contains(target)
                || type.equals("java.lang.ProcessHandle") && target.equals("pid");
    }

    private static Violation violation(Location location, String what) {
        return new Violation(
                location,
                what + ", which tells where it runs.",
                "Make what differs a setting of the context, in its own configuration properties, and let the deployment give it a value.");
    }
}
