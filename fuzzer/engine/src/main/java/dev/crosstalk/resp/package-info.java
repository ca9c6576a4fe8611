/**
 * The Redis serialization protocol, RESP2 and RESP3, as pure functions and incremental decoders
 * without I/O: values, their bytes, and the places in those bytes where a cut is interesting.
 */
package dev.crosstalk.resp;
