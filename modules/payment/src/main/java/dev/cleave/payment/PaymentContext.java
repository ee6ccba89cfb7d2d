package dev.cleave.payment;

import dev.cleave.platform.placement.BoundedContext;

@BoundedContext("payment")
class PaymentContext {}
