package dev.crosstalk.server;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Values that are stored, as a Redis does: a key has one type until it ends. Its clock stands
 * still.
 */
public final class StoreSource implements ValueSource {
  private final Map<Place, Datum> values = new HashMap<>();
  private final Map<Place, Long> expiries = new HashMap<>();
  private final long nowMillis;

  /**
   * Nothing is stored yet.
   *
   * @param nowMillis since 1970
   */
  public StoreSource(long nowMillis) {
    this.nowMillis = nowMillis;
  }

  @Override
  public <T extends Datum> Optional<T> find(Origin origin, String key, Class<T> type) {
    Optional<Datum> found = find(origin, key);
    if (found.isPresent() && !type.isInstance(found.get())) {
      throw new RefusedException(Replies.WRONG_TYPE);
    }
    return found.map(type::cast);
  }

  @Override
  public Optional<Datum> find(Origin origin, String key) {
    var place = new Place(origin.database(), key);
    Long expiry = expiries.get(place);
    if (expiry != null && expiry <= nowMillis) {
      remove(origin, key);
    }
    return Optional.ofNullable(values.get(place));
  }

  @Override
  public void put(Origin origin, String key, Datum datum) {
    if (datum.vanishes()) {
      remove(origin, key);
    } else {
      values.put(new Place(origin.database(), key), datum);
    }
  }

  @Override
  public void remove(Origin origin, String key) {
    var place = new Place(origin.database(), key);
    values.remove(place);
    expiries.remove(place);
  }

  @Override
  public Optional<Long> expiry(Origin origin, String key) {
    return Optional.ofNullable(expiries.get(new Place(origin.database(), key)));
  }

  @Override
  public void expire(Origin origin, String key, Optional<Long> atMillis) {
    var place = new Place(origin.database(), key);
    atMillis.ifPresentOrElse(at -> expiries.put(place, at), () -> expiries.remove(place));
  }

  @Override
  public long nowMillis() {
    return nowMillis;
  }

  @Override
  public Optional<String> fieldAt(Origin origin, String key, String field) {
    return find(origin, key, Datum.Fields.class).map(hash -> hash.fields().get(field));
  }

  @Override
  public Optional<Double> scoreAt(Origin origin, String key, String member) {
    return find(origin, key, Datum.Scores.class).map(set -> set.scores().get(member));
  }

  @Override
  public long number(Origin origin, long counted) {
    return counted;
  }

  @Override
  public double score(Origin origin, double truth) {
    return truth;
  }

  @Override
  public long integerAt(Origin origin, String key) {
    return find(origin, key, Datum.Text.class)
        .map(Datum.Text::text)
        .map(Numbers::argument)
        .orElse(0L);
  }
}
