package dev.cleave.architecture.law.data;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.rule.Laws;
import dev.cleave.architecture.rule.Rule;
import dev.cleave.architecture.rule.Statement;
import dev.cleave.architecture.rule.Violation;
import dev.cleave.architecture.uses.CodeNames;
import dev.cleave.architecture.uses.Targets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A context has its own store, no other reads or writes it, and what it keeps means the same everywhere. */
public final class OwnData {

    private static final Targets LOCAL_TIME = Targets.of(
            "java.sql.Timestamp", "java.sql.Date", "java.sql.Time", "java.util.Calendar", "java.util.GregorianCalendar",
            "java.util.Date", "java.time.LocalDateTime", "java.time.LocalTime", "java.text.DateFormat",
            "java.sql.ResultSet#getTimestamp", "java.sql.ResultSet#getDate", "java.sql.ResultSet#getTime",
            "java.sql.PreparedStatement#setTimestamp", "java.sql.PreparedStatement#setDate",
            "java.sql.PreparedStatement#setTime", "java.sql.ResultSet#updateTimestamp",
            "java.sql.CallableStatement#getTimestamp",
            "java.time.ZoneId#systemDefault", "java.time.Clock#systemDefaultZone", "java.util.TimeZone#getDefault",
            "java.time.OffsetDateTime#now()", "java.time.ZonedDateTime#now()", "java.time.LocalDate#now()");

    private OwnData() {}

    public static List<Rule> rules() {
        return List.of(instantsKnowNoZone());
    }

    private static Rule instantsKnowNoZone() {
        return Statement.of(
                "instants-know-no-zone", Laws.OWN_DATA,
                "No time is stored or read as local time",
                "Local time is ambiguous when clocks go back, has a gap when they go forward, and depends on the machine's time zone. JDBC's"
                        + " java.sql.Timestamp uses local time: on some databases an instant that is bound this way is read an hour off.")
                .all("classes", code -> code.classes().stream())
                .violatedBy((code, type) -> firstByMember(type).map(access -> new Violation(
                        code.at(access),
                        CodeNames.of(access.getOrigin()) + " goes by local time: " + access.getTargetOwner().getSimpleName() + "."
                                + access.getTarget().getName() + ".",
                        "Keep an Instant. Bind it as an OffsetDateTime at UTC, and read it with getObject(…, OffsetDateTime.class).")));
    }

    private static Stream<JavaAccess<?>> firstByMember(JavaClass type) {
        Map<String, JavaAccess<?>> first = new LinkedHashMap<>();
        type.getAccessesFromSelf().stream()
                .filter(LOCAL_TIME::include)
                .sorted(Comparator.comparingInt(JavaAccess::getLineNumber))
                .forEach(access -> first.putIfAbsent(access.getOrigin().getName(), access));
        return first.values().stream();
    }
}
