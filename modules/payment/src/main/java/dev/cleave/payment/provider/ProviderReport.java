package dev.cleave.payment.provider;

/**
 * What a provider tells of its own accord.
 *
 * @param reference which question it decides
 * @param answer approved or declined; anything else is no news
 */
public record ProviderReport(Reference reference, ProviderAnswer answer) {}
