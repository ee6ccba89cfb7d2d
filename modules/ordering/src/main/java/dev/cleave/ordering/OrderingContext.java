package dev.cleave.ordering;

import dev.cleave.ordering.fulfilment.FulfilmentSettings;
import dev.cleave.ordering.fulfilment.WaitTimes;
import dev.cleave.ordering.order.OrderLimits;
import dev.cleave.platform.placement.BoundedContext;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

@BoundedContext("ordering")
@EnableConfigurationProperties({FulfilmentSettings.class, OrderLimits.class, WaitTimes.class})
class OrderingContext {}
