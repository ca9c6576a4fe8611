package dev.crosstalk.campaign;

import dev.crosstalk.lab.Lab;
import dev.crosstalk.lab.Place;
import dev.crosstalk.lab.SharedLab;
import dev.crosstalk.lab.Target;
import dev.crosstalk.spi.WorldKind;
import dev.crosstalk.world.LaneThread;
import dev.crosstalk.world.Stage;
import dev.crosstalk.world.World;
import dev.crosstalk.world.tcp.RealWorld;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** The real world, but that its timers are as late as we say, and that it may refuse a case. */
final class ScriptedWorld implements World {
  /** Cases that a campaign runs before the first that counts. */
  static final int WARM_UP = 5;

  private final World real = new RealWorld();
  private final AtomicInteger cases = new AtomicInteger();
  private volatile Duration lateness = Duration.ZERO;
  private volatile IntConsumer onCase = number -> {};

  ScriptedWorld late(Duration howMuch) {
    lateness = howMuch;
    return this;
  }

  /** Runs something of ours before each case; the number counts from 1, the warm-up included. */
  ScriptedWorld beforeCase(IntConsumer task) {
    onCase = task;
    return this;
  }

  /** Where cases of a target run, not warmed up. */
  Place place(Target target) {
    return new Place(target, target.driver().driver(), this);
  }

  /** A lab for a target, warmed up. */
  Lab lab(Target target) {
    return new SharedLab(target, this);
  }

  /** How many cases were begun. */
  int cases() {
    return cases.get();
  }

  @Override
  public WorldKind kind() {
    return real.kind();
  }

  @Override
  public Duration scaled(Duration nominal, Duration timeout) {
    return real.scaled(nominal, timeout);
  }

  @Override
  public Stage open(Accepting accepting, Choices choices) {
    onCase.accept(cases.incrementAndGet());
    return new ScriptedStage(real.open(accepting, choices));
  }

  @Override
  public void close() {
    real.close();
  }

  private final class ScriptedStage implements Stage {
    private final Stage stage;

    ScriptedStage(Stage stage) {
      this.stage = stage;
    }

    @Override
    public InetSocketAddress address() {
      return stage.address();
    }

    @Override
    public long nanos() {
      return stage.nanos();
    }

    @Override
    public <T> T exclusively(Supplier<T> task) {
      return stage.exclusively(task);
    }

    @Override
    public void changed() {
      stage.changed();
    }

    @Override
    public boolean settle(BooleanSupplier looksQuiet) {
      return stage.settle(looksQuiet);
    }

    @Override
    public boolean soon(BooleanSupplier condition) {
      return stage.soon(condition);
    }

    @Override
    public boolean clockRuns() {
      return stage.clockRuns();
    }

    @Override
    public long allowanceNanos() {
      return stage.allowanceNanos();
    }

    @Override
    public boolean until(BooleanSupplier condition, long boundNanos) {
      return stage.until(condition, boundNanos);
    }

    @Override
    public void pass(long nanos) {
      stage.pass(nanos);
    }

    @Override
    public long latenessNanos() {
      return lateness.toNanos();
    }

    @Override
    public LaneThread lane(String name) {
      return stage.lane(name);
    }

    @Override
    public void close() {
      stage.close();
    }
  }
}
