package dev.cleave.notification;

import dev.cleave.platform.placement.BoundedContext;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

@BoundedContext("notification")
@EnableConfigurationProperties(NotificationProperties.class)
class NotificationContext {}
