package dev.cleave.deployment.messages.unmarked;

public final class Registration {}
