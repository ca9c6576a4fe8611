package dev.crosstalk.resp;

/**
 * The first word of an error that a correct server gives to a command it would else have executed:
 * because of its own state, of the caller's rights, or of what is stored.
 *
 * @see <a href="https://redis.io/docs/latest/develop/reference/protocol-spec/#simple-errors">Simple
 *     errors</a>
 */
public enum ErrorCode {
  /** The data are still being read from disk. */
  LOADING,
  /** A script runs, and takes its time. */
  BUSY,
  /** A replica has lost its master, and does not answer from stale data. */
  MASTERDOWN,
  /** Nothing more can be stored. */
  OOM,
  /** A replica takes no writes. */
  READONLY,
  /** The user may not run this command. */
  NOPERM,
  /** The key's slot is elsewhere. */
  MOVED,
  /** No script has that digest. */
  NOSCRIPT,
  /** The key holds another type; found when the command runs, be it inside EXEC. */
  WRONGTYPE
}
