package dev.cleave.architecture.code.clinic.ward.api;

public enum Test {
    BLOOD,
    HEART
}
