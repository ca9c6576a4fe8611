package dev.crosstalk.lab;

import dev.crosstalk.drivers.Rewriting;
import dev.crosstalk.spi.Driver;
import dev.crosstalk.spi.WorldKind;
import dev.crosstalk.world.simulated.SimulatedWorld;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Simulated worlds side by side, each with a driver loaded for it alone: what drivers keep in
 * statics never goes from one world to another.
 */
public final class SimulatedLab implements Lab {
  /** Longer than any batch of cases, and than loading a driver on a busy machine. */
  private static final Duration COMES_BACK_WITHIN = Duration.ofSeconds(60);

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  /** A place and the thread it is. */
  private record Seat(Place place, SimulatedWorld world) {}

  private final Target target;
  private final int places;
  private final Rewriting rewriting;
  private final Duration comesBackWithin;

  /** One for each place that nobody uses: empty where its world is to be made anew. */
  private final BlockingQueue<Optional<Seat>> free = new LinkedBlockingQueue<>();

  private volatile boolean closed;
  private volatile boolean soilsItsWarmUp;

  /**
   * A lab with its worlds begun and warm.
   *
   * @param places how many; as many as there are processors, when nothing else is to be done
   * @param rewriting what the world's stand-ins are given of the driver's own classes
   * @throws dev.crosstalk.replay.FuzzerDefect when the first cases fail for a mistake of ours
   */
  public SimulatedLab(Target target, int places, Rewriting rewriting) {
    this(target, places, rewriting, COMES_BACK_WITHIN);
  }

  /** The same, where a place is lost that does not come back in time. */
  SimulatedLab(Target target, int places, Rewriting rewriting, Duration comesBackWithin) {
    this.target = target;
    this.rewriting = rewriting;
    this.comesBackWithin = comesBackWithin;
    this.places = places;
    // Side by side: loading a driver is most of what a campaign's begin costs.
    try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory())) {
      List<Future<Seat>> seats = threads.invokeAll(Collections.nCopies(places, this::seat));
      for (Future<Seat> seat : seats) {
        if (seat.state() == Future.State.SUCCESS) {
          free.add(Optional.of(seat.resultNow()));
        }
      }
      for (Future<Seat> seat : seats) {
        Seat ignored = seat.get();
      }
    } catch (InterruptedException interrupted) {
      throw interrupted("while worlds begin", interrupted);
    } catch (ExecutionException failed) {
      close();
      throw thrown(failed);
    }
  }

  private Seat seat() {
    Seat warm = seat(!soilsItsWarmUp);
    if (!warm.world().isSoiled()) {
      return warm;
    }
    // It leaves threads behind whatever it does: each case has a world of its own, never warm.
    soilsItsWarmUp = true;
    warm.world().close();
    return seat(false);
  }

  private Seat seat(boolean warm) {
    var world =
        new SimulatedWorld(
            "crosstalk-world-" + NUMBERS.incrementAndGet(), rewriting == Rewriting.WORLD_MONITORS);
    try {
      Place place =
          call(
              world,
              () -> {
                Driver driver = target.driver().loadedAgain(rewriting);
                var fresh = new Place(target, driver, world);
                if (warm) {
                  WarmUp.run(fresh);
                }
                return fresh;
              });
      return new Seat(place, world);
    } catch (RuntimeException | Error failed) {
      world.close();
      throw failed;
    }
  }

  @Override
  public Target target() {
    return target;
  }

  @Override
  public WorldKind kind() {
    return WorldKind.SIMULATED;
  }

  @Override
  public OptionalInt places() {
    return OptionalInt.of(places);
  }

  @Override
  public <T> T at(Function<Place, T> task) {
    Seat seat = take();
    boolean lost = true;
    try {
      T result = call(seat.world(), () -> task.apply(seat.place()));
      lost = false;
      return result;
    } catch (LostPlaceException gone) {
      throw gone;
    } catch (RuntimeException | Error thrown) {
      // Thrown in the middle of a case, perhaps.
      throw thrown;
    } finally {
      giveBack(seat, lost || seat.world().isSoiled());
    }
  }

  private void giveBack(Seat seat, boolean spent) {
    if (spent || closed) {
      seat.world().close();
    }
    free.add(spent || closed ? Optional.empty() : Optional.of(seat));
  }

  private Seat take() {
    Optional<Seat> seat = waitForOne();
    if (closed) {
      seat.ifPresent(unused -> unused.world().close());
      free.add(Optional.empty());
      throw new IllegalStateException("the worlds of " + target.subject().name() + " are closed");
    }
    if (seat.isPresent()) {
      return seat.get();
    }
    try {
      return seat();
    } catch (RuntimeException | Error failed) {
      // For the next one to try.
      free.add(Optional.empty());
      throw failed;
    }
  }

  private Optional<Seat> waitForOne() {
    try {
      return free.take();
    } catch (InterruptedException interrupted) {
      throw interrupted("while waiting for a world", interrupted);
    }
  }

  private <T> T call(SimulatedWorld world, java.util.concurrent.Callable<T> task) {
    try {
      return world.call(task, comesBackWithin);
    } catch (TimeoutException lost) {
      throw new LostPlaceException(world.whereItIs());
    } catch (InterruptedException interrupted) {
      throw interrupted("while a world runs", interrupted);
    } catch (ExecutionException failed) {
      throw thrown(failed);
    }
  }

  private static IllegalStateException interrupted(String when, InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted " + when, cause);
  }

  private static RuntimeException thrown(ExecutionException failed) {
    return switch (failed.getCause()) {
      case RuntimeException thrown -> thrown;
      case Error thrown -> throw thrown;
      case Throwable other -> new IllegalStateException(other);
    };
  }

  @Override
  public void close() {
    closed = true;
    var unused = new ArrayList<Optional<Seat>>();
    free.drainTo(unused);
    unused.forEach(place -> place.ifPresent(seat -> seat.world().close()));
    // Whoever waits for a place is told.
    free.add(Optional.empty());
  }
}
