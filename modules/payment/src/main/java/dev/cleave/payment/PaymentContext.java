package dev.cleave.payment;

import dev.cleave.platform.placement.BoundedContext;

@BoundedContext(value = "payment", stores = "simulator", ownPaths = "/simulator", upcasters = RefundRefusedTo2.class)
class PaymentContext {}
