package dev.cleave.payment.provider;

import dev.cleave.payment.api.PaymentFailure;
import dev.cleave.payment.port.ProviderReport;
import dev.cleave.payment.port.ProviderReports;
import dev.cleave.payment.port.ProviderReports.NotTrusted;
import dev.cleave.platform.failure.Failure;
import dev.cleave.platform.failure.FailureException;
import dev.cleave.platform.messaging.Commands;
import dev.cleave.platform.web.problem.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where the provider reports what it decided later. A report counts once, however often it is sent. */
@Tag(name = "Payments", description = "What was set aside, charged and paid back, and what a person has to settle")
@RestController
@RequestMapping("/api/payment/provider-events")
class ProviderEventsController {

    private static final String NOT_SIGNED = "report-not-signed";
    private static final String UNAUTHORIZED = """
            {"type": "about:blank", "title": "Unauthorized", "status": 401, "code": "report-not-signed",
             "detail": "The report is not signed by the payment provider."}""";
    private static final String REPORT = """
            {"id": "5f0c", "reference": "019a8f2e-7c1b-7d3a-9e55-0b6f3a1c2d4e/capture", "outcome": "approved"}""";

    private static final Logger log = LoggerFactory.getLogger(ProviderEventsController.class);

    private final ProviderReports reports;
    private final Commands commands;

    ProviderEventsController(ProviderReports reports, Commands commands) {
        this.reports = reports;
        this.commands = commands;
    }

    @Operation(
            summary = "Take a report of the payment provider",
            description = "Signed as the provider's adapter expects it: the simulated one by its Simulator-Signature header. A report counts"
                    + " once, however often it is sent.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(
                    required = true,
                    content = @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(type = "object"),
                            examples = @ExampleObject(name = "simulated", value = REPORT))))
    @ApiResponse(responseCode = "204", description = "It is taken in.")
    @ApiResponse(
            responseCode = "401", description = "Refused: report-not-signed.",
            content = @Content(
                    mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                    schema = @Schema(ref = "Problem"),
                    examples = @ExampleObject(name = NOT_SIGNED, value = UNAUTHORIZED)))
    @Refuses(by = PaymentFailure.class, with = {"report-malformed", "payment-unknown", "report-unexpected"})
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<?> receive(
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers, @RequestBody byte[] body) {
        try {
            ProviderReport report = reports.read(headers, body);
            Reporting.command(report.reference(), report.answer()).ifPresent(commands::require);
            return ResponseEntity.noContent().build();
        } catch (NotTrusted e) {
            log.warn("A report to the payment provider's webhook was turned away: {}", e.getMessage());
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                    HttpStatus.UNAUTHORIZED, "The report is not signed by the payment provider.");
            problem.setProperty("code", NOT_SIGNED);
            return ResponseEntity.of(problem).build();
        } catch (IllegalArgumentException e) {
            throw new FailureException(Failure.of(
                    PaymentFailure.REPORT_MALFORMED,
                    "The report makes no sense; send it as the provider's adapter expects it."));
        }
    }
}
