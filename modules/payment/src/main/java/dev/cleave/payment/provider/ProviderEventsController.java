package dev.cleave.payment.provider;

import dev.cleave.payment.api.PaymentFailure;
import dev.cleave.payment.provider.ProviderReports.NotTrusted;
import dev.cleave.platform.failure.Failure;
import dev.cleave.platform.failure.FailureException;
import dev.cleave.platform.messaging.Commands;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where the provider reports what it decided later. A report counts once, however often it is sent. */
@RestController
@RequestMapping("/api/payment/provider-events")
class ProviderEventsController {

    private static final Logger log = LoggerFactory.getLogger(ProviderEventsController.class);

    private final ProviderReports reports;
    private final Commands commands;

    ProviderEventsController(ProviderReports reports, Commands commands) {
        this.reports = reports;
        this.commands = commands;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<?> receive(@RequestHeader HttpHeaders headers, @RequestBody byte[] body) {
        try {
            ProviderReport report = reports.read(headers, body);
            Reporting.command(report.reference(), report.answer()).ifPresent(commands::require);
            return ResponseEntity.noContent().build();
        } catch (NotTrusted e) {
            log.warn("A report to the payment provider's webhook was turned away: {}", e.getMessage());
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                    HttpStatus.UNAUTHORIZED, "The report is not signed by the payment provider.");
            problem.setProperty("code", "report-not-signed");
            return ResponseEntity.of(problem).build();
        } catch (IllegalArgumentException e) {
            throw new FailureException(Failure.of(
                    PaymentFailure.REPORT_MALFORMED,
                    "The report makes no sense; send it as the provider's adapter expects it."));
        }
    }
}
