package dev.crosstalk.server;

import dev.crosstalk.resp.Corruption;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one connection owes, in the one order in which it can leave, and how far it may. Closed by
 * default: replies to a driver's own commands and pushes pass as soon as all before them has
 * passed, a call's reply only when a step lets it out. Nothing can overtake, by construction: there
 * is one list, one position up to which bytes may leave, and one up to which they have left, and
 * both only grow.
 */
public final class Gate {

  /** A push has no owner; one that was published is a message. */
  private record Owed(Optional<Executed> owner, Optional<Published> message, byte[] bytes) {
    Optional<String> label() {
      return owner.isPresent()
          ? owner.get().label()
          : message.isPresent() ? message.get().label() : Optional.empty();
    }

    boolean isOf(String label) {
      Optional<String> own = label();
      return own.isPresent() && own.get().equals(label);
    }

    boolean isForCall() {
      return owner.isPresent() && owner.get().label().isPresent();
    }

    int pieceEnd(Splits splits, int from, int to) {
      if (owner.isPresent()) {
        return splits.pieceEnd(owner.get(), from, to);
      }
      return message.isPresent() ? splits.pieceEnd(message.get(), from, to) : to;
    }

    void taken(int count) {
      owner.ifPresent(it -> it.taken(count));
      message.ifPresent(it -> it.taken(count));
    }
  }

  /**
   * Bytes that leave as one chunk.
   *
   * @param begun the request of whose reply its last bytes are, where more are to come; or none
   * @param finished the requests whose replies end in it
   * @param told the messages that end in it
   */
  public record Chunk(
      byte[] bytes, Optional<Executed> begun, List<Executed> finished, List<Published> told) {}

  private final GateRules rules;
  private final List<Owed> owed = new ArrayList<>();
  private boolean stalled;
  private boolean ended;
  private int openIndex;
  private int openBytes;
  private int leftIndex;
  private int leftBytes;

  Gate(GateRules rules, boolean stalled) {
    this.rules = rules;
    this.stalled = stalled;
  }

  void owe(Executed executed) {
    owed.add(new Owed(Optional.of(executed), Optional.empty(), executed.bytes()));
    if (rules.isAwaited(executed)) {
      letOut(executed.label().orElseThrow());
    } else {
      passWhatMay();
    }
  }

  /**
   * Puts a push at the first place between replies that no byte has passed yet.
   *
   * @param cause the request whose reply the push must not precede
   */
  void push(byte[] bytes, Executed cause) {
    push(new Owed(Optional.empty(), Optional.empty(), bytes), cause);
  }

  /** The same of a message, behind what has subscribed to it. */
  void push(Published message) {
    push(new Owed(Optional.empty(), Optional.of(message), message.bytes()), message.cause());
  }

  private void push(Owed push, Executed cause) {
    int index = openBytes == 0 ? openIndex : openIndex + 1;
    for (int i = index; i < owed.size(); i++) {
      if (owed.get(i).owner().filter(cause::equals).isPresent()) {
        index = i + 1;
      }
    }
    // Behind the pushes that wait there: they keep their order, too.
    while (index < owed.size() && owed.get(index).owner().isEmpty()) {
      index++;
    }
    owed.add(index, push);
    passWhatMay();
  }

  /** Lets out everything up to and including the replies to a call; stops at a held one. */
  void letOut(String label) {
    for (int index = owed.size() - 1; index >= openIndex; index--) {
      if (owed.get(index).isOf(label)) {
        openTo(index, owed.get(index).bytes().length, Optional.empty());
        return;
      }
    }
  }

  /** Lets out the oldest unfinished reply to a call up to one of its bytes, held or not. */
  void letOut(String label, int bytes) {
    int index = indexOf(label);
    if (index >= 0) {
      openTo(index, Math.min(bytes, owed.get(index).bytes().length), Optional.of(label));
    }
  }

  /** The reply to a call that may still be let out further; empty when there is none. */
  Optional<byte[]> unfinished(String label) {
    int index = ended ? -1 : indexOf(label);
    return index < 0 ? Optional.empty() : Optional.of(owed.get(index).bytes());
  }

  /**
   * Puts illegal bytes in place of the oldest unfinished reply to a call.
   *
   * @return whose reply it was; empty when some of it has been let out, none is owed, or what is
   *     owed is a message
   */
  Optional<Executed> corrupt(String label, Corruption how) {
    int index = ended ? -1 : indexOf(label);
    if (index < 0 || (index == openIndex && openBytes > 0)) {
      return Optional.empty();
    }
    Optional<Executed> owner = owed.get(index).owner();
    owner.ifPresent(
        executed -> {
          executed.corrupt(how.of(executed.bytes()));
          owed.set(index, new Owed(owner, Optional.empty(), executed.bytes()));
        });
    return owner;
  }

  /** Whether a step that lets out the reply to a call can reach it: nothing before it is held. */
  boolean reaches(String label) {
    for (int i = openIndex; !stalled && i < owed.size(); i++) {
      if (owed.get(i).isOf(label)) {
        return true;
      }
      if (isHeld(owed.get(i))) {
        return false;
      }
    }
    return false;
  }

  /** How many bytes of the oldest unfinished reply to a call have been let out. */
  int letOutOf(String label) {
    return indexOf(label) == openIndex ? openBytes : 0;
  }

  /** Lets out everything, now and later. */
  void open() {
    stalled = false;
    passWhatMay();
  }

  /** Nothing leaves any more. */
  public void end() {
    ended = true;
  }

  boolean ended() {
    return ended;
  }

  boolean stalled() {
    return stalled;
  }

  /** Whether something may leave that has not left. */
  public boolean hasNext() {
    return !ended && (leftIndex != openIndex || leftBytes != openBytes);
  }

  /** Takes what may leave and has not left, up to a split; empty when there is nothing. */
  public Optional<Chunk> take() {
    if (!hasNext()) {
      return Optional.empty();
    }
    var out = new ByteArrayOutputStream();
    Optional<Executed> begun = Optional.empty();
    var finished = new ArrayList<Executed>(1);
    var told = new ArrayList<Published>(1);
    while (leftIndex < openIndex || leftBytes < openBytes) {
      Owed at = owed.get(leftIndex);
      int may = leftIndex < openIndex ? at.bytes().length : openBytes;
      int to = at.pieceEnd(rules.splits(), leftBytes, may);
      out.write(at.bytes(), leftBytes, to - leftBytes);
      at.taken(to);
      if (to == at.bytes().length) {
        at.owner().ifPresent(finished::add);
        at.message().ifPresent(told::add);
        leftIndex++;
        leftBytes = 0;
      } else {
        leftBytes = to;
        begun = at.owner();
      }
      if (to < may) {
        break;
      }
    }
    return Optional.of(new Chunk(out.toByteArray(), begun, finished, told));
  }

  /** Bytes owed and not left. */
  public int unsent() {
    int bytes = -leftBytes;
    for (int i = leftIndex; i < owed.size(); i++) {
      bytes += owed.get(i).bytes().length;
    }
    return bytes;
  }

  private boolean isHeld(Owed at) {
    Optional<String> label = at.label();
    return label.isPresent() && rules.isHeld(label.get());
  }

  private int indexOf(String label) {
    for (int i = openIndex; i < owed.size(); i++) {
      if (owed.get(i).isOf(label)) {
        return i;
      }
    }
    return -1;
  }

  private void openTo(int index, int bytes, Optional<String> evenIfHeld) {
    if (stalled) {
      return;
    }
    for (int i = openIndex; i <= index; i++) {
      Owed at = owed.get(i);
      if (isHeld(at) && !evenIfHeld.filter(at::isOf).isPresent()) {
        moveOpen(i, 0);
        return;
      }
    }
    moveOpen(index, bytes);
  }

  /** Forward only, and on over whatever needs no step. */
  private void moveOpen(int index, int bytes) {
    if (index > openIndex || (index == openIndex && bytes > openBytes)) {
      openIndex = index;
      openBytes = bytes;
    }
    passWhatMay();
  }

  private void passWhatMay() {
    while (!stalled && openIndex < owed.size()) {
      Owed at = owed.get(openIndex);
      if (openBytes < at.bytes().length && (rules.healed() || !at.isForCall()) && !isHeld(at)) {
        openBytes = at.bytes().length;
      }
      if (openBytes < at.bytes().length) {
        return;
      }
      openIndex++;
      openBytes = 0;
    }
  }
}
