package dev.cleave.reading;

import dev.cleave.architecture.Architecture;
import dev.cleave.architecture.code.Conventions;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.Message.Role;
import dev.cleave.architecture.report.Deployment;
import dev.cleave.deployment.Profiles;
import dev.cleave.deployment.report.Deployments;
import dev.cleave.ordering.api.Customer;
import dev.cleave.ordering.api.ShipTo;
import dev.cleave.payment.port.PaymentProvider;
import dev.cleave.platform.datastore.Database;
import dev.cleave.platform.message.FailureCode;
import dev.cleave.platform.message.Identifier;
import dev.cleave.platform.message.MailAddress;
import dev.cleave.platform.messaging.Commands;
import dev.cleave.platform.messaging.Gateway;
import dev.cleave.platform.messaging.Policy;
import dev.cleave.platform.messaging.View;
import dev.cleave.platform.placement.BoundedContext;
import dev.cleave.platform.placement.MessageNames;
import dev.cleave.platform.placement.Placement;
import dev.cleave.platform.waiting.Wait;
import dev.cleave.platform.waiting.Waits;
import dev.cleave.shipping.api.Address;
import java.nio.file.Path;
import java.util.List;
import org.springframework.core.env.StandardEnvironment;

/**
 * How this system is looked at: the conventions that it is written in, its rules, its deployment profiles, and what this house knows
 * of its contexts.
 */
public final class CleaveArchitecture {

    /** What is kept of an earlier state, to compare with. */
    static final String KEPT = "architecture-tests/kept/architecture.json";

    private CleaveArchitecture() {}

    /** The conventions that this system is written in. */
    public static Conventions conventions() {
        return Conventions.of("Cleave", "dev.cleave")
                .contextsMarkedBy(BoundedContext.class.getName())
                .furtherStoresNamedIn("stores")
                .migrationPlaceholder("binary", Database.H2.binaryType())
                .migrationPlaceholder("large_binary", Database.H2.largeBinaryType())
                .foundations("dev.cleave.platform")
                .assemblies("dev.cleave.bootstrap", "dev.cleave.deployment", "dev.cleave.trader", "dev.cleave.architecture")
                .role(View.class.getName(), Role.VIEW)
                .role(Policy.class.getName(), Role.POLICY)
                .role(Gateway.class.getName(), Role.GATEWAY)
                .processorsNamedByContext()
                .deadLettersKept(true)
                .storedNames(new MessageNames(
                        Placement.of(new StandardEnvironment(), CleaveArchitecture.class.getClassLoader()).known(),
                        false)::ofType)
                .waits(Waits.class.getName())
                .waitType(Wait.class.getName())
                .failureCodeType(FailureCode.class.getName())
                .identifierType(Identifier.class.getName())
                .commandSenders(Commands.class.getName())
                .vocabulary("dev.cleave.platform.message")
                .placement(Placement.class.getPackageName())
                .placementSettings("cleave.profile", "cleave.unit", "cleave.contexts", "cleave.messaging.transport")
                .outside(PaymentProvider.class.getName())
                // As decision 6 has it: a customer's name, mail and postal address, and what holds them. A product has a name too.
                .personalData(
                        Customer.class.getName(), ShipTo.class.getName(), Address.class.getName(), MailAddress.class.getName(),
                        "customerName",
                        "recipientName",
                        "email", "mail", "address", "street", "city", "postcode");
    }

    /**
     * Looks at this system, with all its rules, against the state that was kept. Where an image is built there are no tests, and so no samples
     * to look for, nor what shows that earlier forms of events are read.
     */
    public static Architecture examine(SystemCode code) {
        Path root = code.sources().root();
        HouseFindings findings = new HouseFindings(root);
        Architecture look = Architecture.examine(code).deployments(deployments()).findings(findings);
        return findings.testsAreAtHand()
                ? look.rules(CleaveRules.all()).since(root.resolve(KEPT))
                : look.rules(CleaveRules.all().without("samples-of-every-revision"));
    }

    private static List<Deployment> deployments() {
        return Profiles.names().stream().map(Profiles::named).map(Deployments::of).toList();
    }
}
