package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.uses.Targets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A moment is the same moment wherever the machine stands, and in the hour that comes twice. */
final class InstantsKnowNoZone extends StatedRule {

    private static final Targets LOCAL_TIME = Targets.of(
            "java.sql.Timestamp", "java.sql.Date", "java.sql.Time", "java.util.Calendar", "java.util.GregorianCalendar",
            "java.util.Date", "java.time.LocalDateTime", "java.time.LocalTime", "java.text.DateFormat",
            "java.sql.ResultSet#getTimestamp", "java.sql.ResultSet#getDate", "java.sql.ResultSet#getTime",
            "java.sql.PreparedStatement#setTimestamp", "java.sql.PreparedStatement#setDate",
            "java.sql.PreparedStatement#setTime", "java.sql.ResultSet#updateTimestamp",
            "java.sql.CallableStatement#getTimestamp",
            "java.time.ZoneId#systemDefault", "java.time.Clock#systemDefaultZone", "java.util.TimeZone#getDefault",
            "java.time.OffsetDateTime#now()", "java.time.ZonedDateTime#now()", "java.time.LocalDate#now()");

    InstantsKnowNoZone() {
        super(
                "instants-know-no-zone",
                Laws.OWN_DATA,
                "No time is kept or read as local time",
                "Local time is ambiguous in the hour that comes twice, has none for the hour that is left out, and changes with the machine's"
                        + " zone. JDBC's java.sql.Timestamp goes by it: on some databases a moment bound so is read an hour off.");
    }

    @Override
    public Examination examine(SystemCode code) {
        List<Violation> violations = new ArrayList<>();
        for (JavaClass type : code.classes()) {
            Map<String, JavaAccess<?>> first = new LinkedHashMap<>();
            type.getAccessesFromSelf().stream()
                    .filter(LOCAL_TIME::include)
                    .sorted(Comparator.comparingInt(JavaAccess::getLineNumber))
                    .forEach(access -> first.putIfAbsent(access.getOrigin().getName(), access));
            first.values().forEach(access -> violations.add(new Violation(
                    code.at(type, access.getOrigin().getName(), access.getSourceCodeLocation()),
                    Ways.name(access.getOrigin()) + " goes by local time: " + access.getTargetOwner().getSimpleName() + "."
                            + access.getTarget().getName() + ".",
                    "Keep an Instant. Bind it as an OffsetDateTime at UTC, and read it with getObject(…, OffsetDateTime.class).")));
        }
        return Examination.of("classes", code.classes().size(), violations);
    }
}
