package dev.cleave.deployment.messages.twofold;

public final class Registration {}
