package dev.crosstalk.campaign;

import dev.crosstalk.lab.Target;
import dev.crosstalk.worker.WorkerJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A worker for tests, whose driver kills its process so often as is said. */
final class CrewWorker {
  private static final int STATUS = 3;

  private CrewWorker() {}

  /**
   * How such a worker is started.
   *
   * @param graves a folder with room for a file for each death
   * @param deaths how many there are to be, of all workers together
   */
  static WorkerJvm jvm(Path graves, int deaths) {
    return new WorkerJvm(
        CrewWorker.class.getName(), List.of(graves.toString(), Integer.toString(deaths)));
  }

  /** What its driver is called: GET of a call B1 is fatal, and A2 is answered with another's. */
  static Target target() {
    return GetDriver.planted(GetDriver.crossing("A2"));
  }

  public static void main(String[] arguments) throws InterruptedException {
    Path graves = Path.of(arguments[0]);
    int deaths = Integer.parseInt(arguments[1]);
    new FuzzWorker(
            target ->
                GetDriver.planted(
                    key -> {
                      if (key.startsWith("kB1") && dies(graves, deaths)) {
                        System.err.println("that is the end");
                        Runtime.getRuntime().halt(STATUS);
                      }
                      return target.variant().equals("raw")
                          ? GetDriver.crossing("A2").apply(key)
                          : Optional.empty();
                    }))
        .run();
    System.exit(0);
  }

  private static boolean dies(Path graves, int deaths) {
    for (int death = 1; death <= deaths; death++) {
      try {
        Files.createFile(graves.resolve("grave-" + death));
        return true;
      } catch (FileAlreadyExistsException taken) {
        // The next one, perhaps.
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
    return false;
  }
}
