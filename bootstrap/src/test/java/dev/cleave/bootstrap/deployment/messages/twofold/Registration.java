package dev.cleave.bootstrap.deployment.messages.twofold;

public final class Registration {}
