package dev.cleave.shipping;

import dev.cleave.platform.placement.BoundedContext;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

@BoundedContext("shipping")
@EnableConfigurationProperties(ShippingProperties.class)
class ShippingContext {}
