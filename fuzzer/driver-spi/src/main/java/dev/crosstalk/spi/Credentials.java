package dev.crosstalk.spi;

/** A Redis ACL user and its password, as {@code AUTH user password} takes them. */
public record Credentials(String user, String password) {}
