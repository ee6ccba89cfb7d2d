package dev.cleave.architecture.law.everywhere.handlersthrownoownexceptions.nearmiss.platform;

import org.axonframework.commandhandling.CommandExecutionException;

public class Refusal extends CommandExecutionException {

    private static final long serialVersionUID = 1;

    public Refusal(String code) {
        super(code, null);
    }
}
