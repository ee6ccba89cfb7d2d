package dev.cleave.bootstrap.deployment.messages.unreached;

public final class Registration {}
