package dev.cleave.deployment.messages.unreached;

public final class Registration {}
