package dev.cleave.notification;

import dev.cleave.platform.placement.BoundedContext;

@BoundedContext("notification")
class NotificationContext {}
