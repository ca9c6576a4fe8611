package dev.crosstalk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompilerThreadsTest {
  @TempDir private Path tasks;

  @Test
  void addsUpCompilersOnly() throws IOException {
    thread("1", "main", 500, 500);
    thread("2", "C2 CompilerThre", 30, 5);
    thread("3", "C1 CompilerThre", 10, 0);

    assertThat(new CompilerThreads(tasks).nanos()).isEqualTo(450_000_000);
  }

  @Test
  void keepsWhatThreadsDidThatAreGone() throws IOException {
    thread("2", "C2 CompilerThre", 30, 5);
    var threads = new CompilerThreads(tasks);
    assertThat(threads.nanos()).isEqualTo(350_000_000);

    remove("2");
    assertThat(threads.nanos()).isEqualTo(350_000_000);

    thread("2", "some other", 99, 9);
    assertThat(threads.nanos()).isEqualTo(350_000_000);

    remove("2");
    assertThat(threads.nanos()).isEqualTo(350_000_000);

    thread("2", "C1 CompilerThre", 1, 0);
    assertThat(threads.nanos()).isEqualTo(360_000_000);
  }

  @Test
  void readsThisProcess() {
    assertThat(new CompilerThreads(Path.of("/proc/self/task")).nanos()).isNotNegative();
  }

  private void thread(String id, String name, long user, long system) throws IOException {
    Path thread = Files.createDirectories(tasks.resolve(id));
    Files.writeString(thread.resolve("comm"), name + "\n");
    Files.writeString(
        thread.resolve("stat"),
        id + " (" + name + ") S 1 2 3 0 -1 4194368 9 8 7 6 " + user + " " + system + " 0 0 20\n");
  }

  private void remove(String id) throws IOException {
    Files.delete(tasks.resolve(id).resolve("comm"));
    Files.delete(tasks.resolve(id).resolve("stat"));
    Files.delete(tasks.resolve(id));
  }
}
