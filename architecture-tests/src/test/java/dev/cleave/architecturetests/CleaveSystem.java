package dev.cleave.architecturetests;

import dev.cleave.architecture.code.CodeReader;
import dev.cleave.architecture.code.Conventions;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.Message.Role;
import dev.cleave.architecture.model.SystemModel;
import dev.cleave.ordering.api.Customer;
import dev.cleave.ordering.api.ShipTo;
import dev.cleave.payment.provider.PaymentProvider;
import dev.cleave.platform.message.FailureCode;
import dev.cleave.platform.message.Identifier;
import dev.cleave.platform.message.Internal;
import dev.cleave.platform.messaging.Commands;
import dev.cleave.platform.messaging.Gateway;
import dev.cleave.platform.messaging.Policy;
import dev.cleave.platform.messaging.View;
import dev.cleave.platform.placement.BoundedContext;
import dev.cleave.platform.placement.Placement;
import dev.cleave.platform.waiting.WaitRunOut;
import dev.cleave.shipping.api.Address;
import java.nio.file.Files;
import java.nio.file.Path;

/** This system's code and model, read once for all tests, and the conventions that it is written in. */
final class CleaveSystem {

    private static final class Read {
        private static final SystemCode CODE = CodeReader.fromClassPath(conventions(), root());
    }

    private CleaveSystem() {}

    static SystemCode code() {
        return Read.CODE;
    }

    static SystemModel model() {
        return code().model();
    }

    static Conventions conventions() {
        return Conventions.of("Cleave", "dev.cleave")
                .contextsMarkedBy(BoundedContext.class.getName())
                .foundations("dev.cleave.platform")
                .assemblies("dev.cleave.bootstrap", "dev.cleave.architecture")
                .role(View.class.getName(), Role.VIEW)
                .role(Policy.class.getName(), Role.POLICY)
                .role(Gateway.class.getName(), Role.GATEWAY)
                .processorsNamedByContext()
                .deadLettersKept(true)
                .internalMarker(Internal.class.getName())
                .waitType(WaitRunOut.class.getName())
                .failureCodeType(FailureCode.class.getName())
                .identifierType(Identifier.class.getName())
                .commandSenders(Commands.class.getName())
                .vocabulary("dev.cleave.platform.message")
                .placement(Placement.class.getPackageName())
                .outside(PaymentProvider.class.getName())
                // The simulated provider is another company.
                .standIns("dev.cleave.payment.simulator")
                // As decision 6 has it: a customer's name, mail and postal address, and what holds them. A product has a name too.
                .personalData(
                        Customer.class.getName(), ShipTo.class.getName(), Address.class.getName(), "customerName",
                        "recipientName",
                        "email", "mail", "address", "street", "city", "postcode");
    }

    /** The folder of the whole project. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("Dockerfile"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
