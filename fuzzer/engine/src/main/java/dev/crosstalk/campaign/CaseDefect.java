package dev.crosstalk.campaign;

/**
 * A case in which something of ours went wrong. It says nothing about the driver.
 *
 * @param target the driver and variant that ran
 * @param seed the campaign seed and case number that reproduce it: {@code 42/1234}
 */
public record CaseDefect(String target, String seed, Throwable cause) {}
