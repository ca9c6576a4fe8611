package dev.crosstalk.world.simulated;

import dev.crosstalk.world.LaneThread;
import dev.crosstalk.world.Stage;
import dev.crosstalk.world.World.Choices;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** A simulated world in which scenes are played, with a server that does as the test says. */
final class TestWorld implements AutoCloseable {
  static final long MILLI = 1_000_000;
  static final Choices FIRST = options -> 0;
  private static final Duration BACK_WITHIN = Duration.ofSeconds(60);

  final SimulatedWorld world = new SimulatedWorld("test-world");

  /** What a test does on the world's thread, on a stage of its own. */
  @FunctionalInterface
  interface Scene {
    void play(TestStage stage) throws Exception;
  }

  /** What a lane does. */
  @FunctionalInterface
  interface Part {
    String play() throws Exception;
  }

  void play(Scene scene) {
    play(FIRST, scene);
  }

  void play(Choices choices, Scene scene) {
    call(
        () -> {
          var peers = new ArrayList<ScriptedPeer>();
          Stage stage =
              world.open(
                  wire -> {
                    peers.add(new ScriptedPeer(wire));
                    return peers.getLast();
                  },
                  choices);
          try (stage) {
            scene.play(new TestStage((SimulatedStage) stage, peers));
          }
          return null;
        });
  }

  /** On the world's thread; what is thrown there is thrown here. */
  <T> T call(Callable<T> task) {
    try {
      return world.call(task, BACK_WITHIN);
    } catch (ExecutionException failed) {
      throw switch (failed.getCause()) {
        case RuntimeException thrown -> thrown;
        case Error thrown -> throw thrown;
        case Throwable other -> new IllegalStateException(other);
      };
    } catch (InterruptedException | TimeoutException lost) {
      throw new AssertionError(world.whereItIs(), lost);
    }
  }

  @Override
  public void close() {
    world.close();
  }

  /** A stage, the connections that were made to it, and what lanes said in their order. */
  static final class TestStage {
    final SimulatedStage stage;
    final List<ScriptedPeer> peers;
    final List<String> said = new ArrayList<>();

    TestStage(SimulatedStage stage, List<ScriptedPeer> peers) {
      this.stage = stage;
      this.peers = peers;
    }

    /** A lane that says what its part comes to, be it an exception. */
    LaneThread lane(String name, Part part) {
      LaneThread lane = stage.lane(name);
      run(lane, name, part);
      return lane;
    }

    void run(LaneThread lane, String name, Part part) {
      lane.run(
          () -> {
            String result;
            try {
              result = part.play();
            } catch (Exception thrown) {
              result = thrown.getClass().getSimpleName() + ": " + thrown.getMessage();
            }
            say(name + ": " + result);
          });
    }

    void say(String what) {
      said.add(what);
      stage.changed();
    }

    void settle() {
      stage.settle(() -> true);
    }

    /** What was said since this was asked last. */
    List<String> said() {
      List<String> all = List.copyOf(said);
      said.clear();
      return all;
    }

    long millis() {
      return stage.nanos() / MILLI;
    }
  }
}
