package dev.crosstalk.server;

import dev.crosstalk.resp.RespValue;

/** Executes one command; gives its reply in RESP3 types, which RESP2 connections get downgraded. */
@FunctionalInterface
interface CommandHandler {
  RespValue execute(CommandContext context);
}
