package dev.cleave.shipping;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Shipping's settings.
 *
 * @param deliveryWait how long after its dispatch a shipment whose delivery nobody reports is assumed to have arrived
 */
@ConfigurationProperties("cleave.shipping")
public record ShippingProperties(@DefaultValue("P14D") Duration deliveryWait) {}
