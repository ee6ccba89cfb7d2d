package dev.cleave.architecture.code.clinic.visit.bell;

import dev.cleave.architecture.code.clinic.platform.RunOut;
import dev.cleave.architecture.code.clinic.ward.api.Wake;
import org.springframework.stereotype.Component;

@Component
record Rung(String kind) implements RunOut {

    @Override
    public Object command(String subject) {
        return new Wake(subject);
    }
}
