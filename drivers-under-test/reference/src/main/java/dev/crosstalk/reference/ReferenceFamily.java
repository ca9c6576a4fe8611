package dev.crosstalk.reference;

import dev.crosstalk.reference.platform.Platform;
import dev.crosstalk.spi.Client;
import dev.crosstalk.spi.Declaration;
import dev.crosstalk.spi.Driver;
import dev.crosstalk.spi.Kind;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Surroundings;
import java.util.List;

/** A driver whose variants are sessions of this module, or ones that differ from them by a step. */
public abstract class ReferenceFamily implements Driver {
  private static final String VERSION = "1";

  private final Declaration declaration;
  private final List<Offer> offers;
  private final Platform platform;

  protected ReferenceFamily(String name, Kind kind, List<Offer> offers, Platform platform) {
    this.declaration =
        new Declaration(name, VERSION, kind, offers.stream().map(Offer::variant).toList());
    this.offers = List.copyOf(offers);
    this.platform = platform;
  }

  @Override
  public final Declaration declaration() {
    return declaration;
  }

  /**
   * Connects nothing yet.
   *
   * @throws IllegalArgumentException when the variant is none of the declared
   */
  @Override
  public final Client open(Surroundings surroundings) {
    Offer chosen =
        offers.stream()
            .filter(offer -> offer.variant().name().equals(surroundings.variant()))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("no variant " + surroundings.variant()));
    return new ReferenceClient(
        chosen,
        new Setup(
            platform.in(surroundings),
            surroundings.address(),
            surroundings.settings(),
            new IdleConnections()));
  }

  @Override
  public final Outcome outcomeOf(Throwable failure) {
    return Failures.MAP.outcomeOf(failure);
  }
}
