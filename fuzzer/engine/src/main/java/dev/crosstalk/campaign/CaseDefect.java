package dev.crosstalk.campaign;

/**
 * A case that came to nothing: something of ours went wrong, or it did not come back.
 *
 * @param target the driver and variant that ran
 * @param seed the campaign seed and case number that reproduce it: {@code 42/1234}
 */
public record CaseDefect(String target, String seed, Throwable cause) {}
