package dev.crosstalk.spi;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** States a {@link Variant} by what sets it apart from the plainest driver. */
public final class VariantBuilder {
  private final String name;
  private SessionKind session = SessionKind.DIRECT;
  private Calling calling = Calling.BLOCKING;
  private Sharing sharing = Sharing.LANE;
  private TimeoutScope timeoutScope = TimeoutScope.PER_READ;
  private Set<Capability> capabilities = Set.of();
  private Set<String> commands = Set.of();
  private Set<String> atConnect = Set.of();
  private Set<String> forItself = Set.of();
  private Set<String> openEnded = Set.of();
  private List<DeliveryRule> delivery = List.of();
  private Set<Loss> losses = Set.of();
  private Duration ownDelayMax = Duration.ZERO;
  private Set<WorldKind> worlds = Set.of(WorldKind.REAL);

  VariantBuilder(String name) {
    this.name = name;
  }

  public VariantBuilder pooled() {
    session = SessionKind.POOLED;
    return this;
  }

  /** Of blocks that {@link Block#EXECUTE} runs. */
  public VariantBuilder pipeline() {
    session = SessionKind.PIPELINE;
    return this;
  }

  /** Of commands one by one, and of blocks from MULTI to EXEC or DISCARD. */
  public VariantBuilder transaction() {
    session = SessionKind.TRANSACTION;
    return this;
  }

  public VariantBuilder async() {
    calling = Calling.ASYNC;
    return this;
  }

  public VariantBuilder shared() {
    sharing = Sharing.SHARED;
    return this;
  }

  public VariantBuilder timeoutPerCall() {
    timeoutScope = TimeoutScope.PER_CALL;
    return this;
  }

  public VariantBuilder can(Capability first, Capability... more) {
    return can(EnumSet.of(first, more));
  }

  /** Adds to what was said before. */
  public VariantBuilder can(Set<Capability> more) {
    var all = new HashSet<>(capabilities);
    all.addAll(more);
    capabilities = Set.copyOf(all);
    return this;
  }

  /** The commands it has, without the {@link Block#words words} of its kind of session. */
  public VariantBuilder commands(Set<String> names) {
    commands = names;
    return this;
  }

  public VariantBuilder sendsAtConnect(String... names) {
    atConnect = Set.of(names);
    return this;
  }

  /** What it sends for itself besides, at any time. */
  public VariantBuilder sendsForItself(String... names) {
    forItself = Set.of(names);
    return this;
  }

  /** Where its timeout does not hold: commands that block at the server. */
  public VariantBuilder waitsForEverFor(String... names) {
    openEnded = Set.of(names);
    return this;
  }

  public VariantBuilder delivers(DeliveryRule... rules) {
    delivery = List.of(rules);
    return this;
  }

  /** Adds to what was said before. */
  public VariantBuilder loses(Loss... more) {
    var all = new HashSet<>(losses);
    all.addAll(List.of(more));
    losses = Set.copyOf(all);
    return this;
  }

  public VariantBuilder ownDelayMax(Duration bound) {
    ownDelayMax = bound;
    return this;
  }

  /** Where it runs beyond the real world. */
  public VariantBuilder alsoIn(WorldKind first, WorldKind... more) {
    worlds = EnumSet.of(WorldKind.REAL, more);
    worlds.add(first);
    return this;
  }

  public Variant build() {
    return new Variant(
        name,
        session,
        calling,
        sharing,
        timeoutScope,
        capabilities,
        commands,
        atConnect,
        forItself,
        openEnded,
        delivery,
        losses,
        ownDelayMax,
        worlds);
  }
}
