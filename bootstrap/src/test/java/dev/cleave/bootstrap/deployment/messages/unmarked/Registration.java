package dev.cleave.bootstrap.deployment.messages.unmarked;

public final class Registration {}
