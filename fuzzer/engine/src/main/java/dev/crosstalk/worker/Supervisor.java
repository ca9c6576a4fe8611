package dev.crosstalk.worker;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * The process that started this one, as this one sees it. When it is gone, or has nothing more to
 * tell, this one ends.
 *
 * @param <I> what this process is told
 * @param <O> what it tells
 */
public final class Supervisor<I, O> {
  /** The descriptor that messages leave by. */
  static final int OUT = 3;

  private final Messages<I> told;
  private final Messages<O> tells;
  private final BufferedReader in;
  private final PrintStream out;

  private Supervisor(Messages<I> told, Messages<O> tells) {
    this.told = told;
    this.tells = tells;
    this.in =
        new BufferedReader(
            new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8));
    try {
      this.out =
          new PrintStream(new FileOutputStream("/dev/fd/" + OUT), false, StandardCharsets.UTF_8);
    } catch (FileNotFoundException nobody) {
      throw new UncheckedIOException("nobody listens to this worker", nobody);
    }
  }

  /** Takes the standard input for messages: drivers find it empty. */
  public static <I, O> Supervisor<I, O> ofThisProcess(Messages<I> told, Messages<O> tells) {
    System.setIn(InputStream.nullInputStream());
    return new Supervisor<>(told, tells);
  }

  /** Loads what reads and writes messages, while nothing is told yet. */
  public void load() {
    told.load();
    tells.load();
  }

  /** Waits for the next message; before {@link #listen}. */
  public I next() {
    try {
      String line = in.readLine();
      if (line != null) {
        return told.read(line);
      }
    } catch (IOException gone) {
      // As if it had ended.
    }
    Runtime.getRuntime().halt(0);
    throw new IllegalStateException("halted");
  }

  /** Hears of all further messages, on a thread of its own. */
  public void listen(Consumer<I> listener) {
    Thread.ofPlatform()
        .daemon()
        .name("crosstalk-supervisor")
        .start(
            () -> {
              while (true) {
                listener.accept(next());
              }
            });
  }

  public synchronized void tell(O message) {
    out.println(tells.write(message));
    out.flush();
  }
}
