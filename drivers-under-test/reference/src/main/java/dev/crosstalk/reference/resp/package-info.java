/**
 * RESP2 and RESP3 between bytes and {@link dev.crosstalk.reference.resp.Reply}, without sockets. A
 * codec of the reference's own, on purpose: one mistake shared with the fuzzer's server would hide
 * from both.
 */
package dev.crosstalk.reference.resp;
