package dev.cleave.notification;

import dev.cleave.platform.placement.BoundedContext;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

@BoundedContext(value = "notification", callsPorts = {25, 465, 587})
@EnableConfigurationProperties(NotificationProperties.class)
class NotificationContext {}
