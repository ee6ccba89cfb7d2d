package dev.cleave.platform.web;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.context.annotation.Import;

/** The same door on a port of the actuator's own, which has a web server of its own. Guards of handlers are the application's. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@Import(DoorConfiguration.class)
class ManagementPortConfiguration {}
