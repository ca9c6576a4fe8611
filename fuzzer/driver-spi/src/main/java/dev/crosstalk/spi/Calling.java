package dev.crosstalk.spi;

/** Whether a started command keeps its caller. */
public enum Calling {
  /** {@link Session#start} runs on the lane's thread and returns when the call has ended. */
  BLOCKING,
  /** {@link Session#start} returns at once; the completion comes from another thread. */
  ASYNC
}
