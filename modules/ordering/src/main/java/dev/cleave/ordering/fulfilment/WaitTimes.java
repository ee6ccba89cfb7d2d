package dev.cleave.ordering.fulfilment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long an order waits for each answer before it takes the way out.
 *
 * @param reservation for stock, before it is rejected
 * @param payment for the payment's authorisation, before it is rejected
 * @param dispatch for the warehouse to prepare the shipment and hand it over, before it asks for its cancellation;
 *     shorter than the seven days that cards are usually authorised for, so that what leaves can be charged
 * @param charge for the payment's capture and the shipment's leaving, before it has the shipment stopped
 * @param cancellation for the shipment to say whether it can be cancelled, before the order goes on
 * @param refund for a refund, before it is shown as overdue
 */
@ConfigurationProperties("cleave.ordering.waits")
public record WaitTimes(
        @DefaultValue("PT1M") Duration reservation,
        @DefaultValue("PT2M") Duration payment,
        @DefaultValue("P6D") Duration dispatch,
        @DefaultValue("PT5M") Duration charge,
        @DefaultValue("PT5M") Duration cancellation,
        @DefaultValue("P1D") Duration refund) {}
