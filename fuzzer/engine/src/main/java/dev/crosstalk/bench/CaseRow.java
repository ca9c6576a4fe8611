package dev.crosstalk.bench;

/**
 * What a case costs.
 *
 * @param target {@code name/variant}
 * @param world see {@link Ground#label()}
 * @param lanes that call in it
 * @param cases judged since the beginning, the warm-up included
 * @param timeoutsExtra calls that timed out beyond those that the case asks for: the machine was
 *     late; less than zero where it was too late for those
 * @param discarded runs given up because the machine was late; their cost is part of the case's
 * @param violating cases that violated an invariant
 * @param lost cases that did not come back
 */
public record CaseRow(
    String target,
    String world,
    int lanes,
    Speed speed,
    long cases,
    long timeoutsExtra,
    long discarded,
    long violating,
    long lost) {}
