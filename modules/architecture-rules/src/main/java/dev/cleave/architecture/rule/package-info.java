package dev.cleave.architecture.rule;
