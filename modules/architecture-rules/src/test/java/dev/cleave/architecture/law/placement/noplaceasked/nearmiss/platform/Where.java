package dev.cleave.architecture.law.placement.noplaceasked.nearmiss.platform;

import dev.cleave.architecture.law.words.Placement;
import org.springframework.core.env.Environment;

public class Where {

    public String[] profiles(Environment environment, Placement placement) {
        return placement.held().isEmpty() ? new String[0] : environment.getActiveProfiles();
    }
}
