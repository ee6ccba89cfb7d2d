package dev.cleave.platform.operations;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.context.annotation.Bean;

/** The same rule on a port of the actuator's own, which has filters of its own. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
class ManagementPortConfiguration {

    @Bean
    LocalOnlyFilter localOnlyFilter() {
        return new LocalOnlyFilter(LocalOnlyFilter.Inspection.THIS_MACHINE) {
            @Override
            protected boolean operates(HttpServletRequest request) {
                return true;
            }
        };
    }
}
