package dev.cleave.architecture.change;

import dev.cleave.architecture.code.Samples;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.code.Upcasters;
import dev.cleave.architecture.model.Location;
import org.jspecify.annotations.Nullable;

/** Finds upcasters in the code, and samples beside the tests. */
public final class UpcastersInCode implements EarlierForms {

    private final SystemCode code;
    private final Upcasters upcasters;

    /** Looks in this code, and beside the tests of its sources. */
    public UpcastersInCode(SystemCode code) {
        this.code = code;
        this.upcasters = new Upcasters(code);
    }

    @Override
    public String storedName(String type) {
        return code.conventions().storedNames().apply(type);
    }

    @Override
    public Proof of(String type, @Nullable String revision) {
        return new Proof(
                upcasters.of(type, revision).map(Location::shown).orElse(null),
                Samples.of(code, type).of(String.valueOf(revision)).stream()
                        .findFirst()
                        .map(code.sources()::relative)
                        .orElse(null));
    }
}
