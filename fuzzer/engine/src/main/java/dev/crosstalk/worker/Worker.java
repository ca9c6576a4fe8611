package dev.crosstalk.worker;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A worker process, as the one that started it sees it.
 *
 * @param <I> what it is told
 * @param <O> what it tells
 */
public final class Worker<I, O> implements AutoCloseable {

  /** Hears of a worker, on a thread that is the worker's own. */
  public interface Listener<O> {
    void told(O message);

    /** The last that is heard of it. */
    void died(Death death);
  }

  private final Process process;
  private final Messages<I> told;
  private final Messages<O> tells;
  private final BufferedWriter in;
  private final LastLines errors = new LastLines();
  private final CountDownLatch errorsEnd = new CountDownLatch(1);

  private Worker(Process process, Messages<I> told, Messages<O> tells) {
    this.process = process;
    this.told = told;
    this.tells = tells;
    this.in =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
  }

  /**
   * Starts one, which does nothing until it is told to.
   *
   * @param cores where it stays
   * @throws UncheckedIOException when the system cannot
   */
  public static <I, O> Worker<I, O> start(
      WorkerJvm jvm, Cores cores, WorkerJvm.Life life, Messages<I> told, Messages<O> tells) {
    try {
      return new Worker<>(new ProcessBuilder(jvm.command(cores, life)).start(), told, tells);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot start a worker process", failed);
    }
  }

  /** Hears what it tells from now on, and what it told before; once. */
  public void listen(Listener<O> listener) {
    String name = "crosstalk-worker-" + process.pid();
    Thread.ofPlatform().daemon().name(name + "-errors").start(this::keepErrors);
    Thread.ofPlatform().daemon().name(name).start(() -> hear(listener));
  }

  private void keepErrors() {
    try {
      lines(process.getErrorStream(), errors::add);
    } finally {
      errorsEnd.countDown();
    }
  }

  private void hear(Listener<O> listener) {
    try {
      lines(process.getInputStream(), line -> listener.told(tells.read(line)));
    } catch (RuntimeException noSense) {
      // What it says, or what is made of it: without a listener it must not go on.
      errors.add(String.valueOf(noSense.getMessage()));
      kill();
    } finally {
      listener.died(death());
    }
  }

  /** A worker that is killed may leave the middle of a line. */
  private static void lines(InputStream from, Consumer<String> each) {
    try (var lines = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        each.accept(line);
      }
    } catch (IOException gone) {
      // It is dead, or dies.
    }
  }

  private Death death() {
    try {
      int status = process.waitFor();
      // What its children inherited may stay open.
      boolean ignored = errorsEnd.await(1, TimeUnit.SECONDS);
      return new Death(status, errors.lines());
    } catch (InterruptedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Tells it something; nothing happens when it is dead. */
  public synchronized void tell(I message) {
    try {
      in.write(told.write(message));
      in.newLine();
      in.flush();
    } catch (IOException gone) {
      // Its listener hears of that.
    }
  }

  public long pid() {
    return process.pid();
  }

  /** Ends it at once, whatever it does. */
  public void kill() {
    process.destroyForcibly();
  }

  /** Has nothing more to tell it: then it ends by itself. */
  @Override
  public synchronized void close() {
    try {
      in.close();
    } catch (IOException gone) {
      // It is dead.
    }
  }
}
