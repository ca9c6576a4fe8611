package dev.crosstalk.spi;

/** Why a driver is in the house. */
public enum Kind {
  /** A released driver; what is found in it is news. */
  REAL,
  /** Our own flawless driver; what is found in it is our mistake. */
  REFERENCE,
  /** A driver with a planted defect that a campaign must find. */
  CANARY
}
