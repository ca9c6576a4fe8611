package dev.crosstalk.agent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Code as drivers have it, to be rewritten: each case returns what it saw, as text. */
final class Specimen implements Function<String, List<String>> {
  private static int entered;

  private final List<String> seen = new ArrayList<>();

  @Override
  public List<String> apply(String name) {
    try {
      switch (name) {
        case "clock" -> clock();
        case "random" -> random();
        case "threads" -> threads();
        case "subclass" -> subclass();
        case "methods" -> methods();
        case "blocks" -> blocks();
        case "waits" -> waits();
        case "wait" -> waitFor(60_000);
        case "contention" -> contention();
        case "loop" -> loop(3);
        default -> throw new IllegalArgumentException(name);
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return seen;
  }

  private void clock() {
    LongSupplier nanos = System::nanoTime;
    Supplier<Instant> now = Instant::now;
    see(System.nanoTime(), System.currentTimeMillis(), Instant.now().toEpochMilli());
    see(nanos.getAsLong(), now.get().toEpochMilli());
  }

  private void random() {
    see(Math.random(), UUID.randomUUID(), UUID.randomUUID().version());
  }

  private void threads() throws Exception {
    Runnable task = () -> see(WorldThread.current() != null, Thread.currentThread().getName());
    Runnable none = null;
    Thread plain = new Thread(seen == null ? none : task, seen.isEmpty() ? "plain" : "other");
    plain.setDaemon(false);
    plain.start();
    plain.join();
    ThreadFactory factory = Thread::new;
    Thread made = factory.newThread(task);
    made.start();
    made.join(1000);
    see(made.isAlive());
    Function<Runnable, Thread> maker = Thread::new;
    Thread referred = maker.apply(task);
    referred.start();
    referred.join();
    new Thread("not started");
  }

  private void subclass() throws Exception {
    var own = new OwnThread();
    own.start();
    own.join(1000);
    see(own.isAlive());
    LockSupport.unpark(own);
    own.join();
    own.interrupt();
    see(own.isAlive(), own.name, own.isCurrent, own.inWorld);
  }

  private void methods() throws Exception {
    see(instance(2, 3L), statically("x"), entered, holds());
    for (Callable<Object> failing :
        List.<Callable<Object>>of(() -> failing(true), () -> failingStatically(1))) {
      try {
        failing.call();
      } catch (IllegalStateException e) {
        see(e.getMessage(), holds());
      }
    }
    see(failing(false));
  }

  private synchronized long instance(int a, long b) {
    for (int i = 0; i < a; i++) {
      if (b > 100) {
        return b;
      }
      b *= 2;
    }
    see(Thread.holdsLock(this));
    return b + a;
  }

  private static synchronized String statically(String text) {
    entered += Thread.holdsLock(Specimen.class) ? 1 : 0;
    return text;
  }

  private synchronized Object failing(boolean fails) {
    try {
      if (fails) {
        throw new IllegalStateException("failing");
      }
      return "well";
    } finally {
      see("finally " + holds());
    }
  }

  private static synchronized double failingStatically(int x) {
    throw new IllegalStateException("static " + x + Thread.holdsLock(Specimen.class));
  }

  private synchronized void loop(int times) {
    while (true) {
      if (times-- == 0) {
        see("done", holds());
        return;
      }
    }
  }

  private void blocks() {
    synchronized (this) {
      synchronized (seen) {
        see(holds(), Thread.holdsLock(seen));
      }
      see(holds(), Thread.holdsLock(seen));
    }
    try {
      synchronized (this) {
        throw new IllegalStateException("in a block");
      }
    } catch (IllegalStateException e) {
      see(e.getMessage(), holds());
    }
    try {
      notify();
    } catch (IllegalMonitorStateException e) {
      see("not mine");
    }
  }

  private synchronized void waits() throws InterruptedException {
    long start = System.nanoTime();
    wait(2);
    wait(1, 500_000);
    notify();
    notifyAll();
    see(System.nanoTime() - start >= 3_000_000);
  }

  private void waitFor(long millis) throws InterruptedException {
    synchronized (seen) {
      seen.wait(millis);
    }
  }

  private void contention() throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    synchronized (this) {
      for (int i = 0; i < 4; i++) {
        int number = i;
        threads.add(new Thread(() -> enter(number)));
        threads.getLast().start();
      }
      Thread.sleep(10);
      see("leaving");
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private synchronized void enter(int number) {
    see(number);
  }

  private boolean holds() {
    return Thread.holdsLock(this);
  }

  private void see(Object... values) {
    for (Object value : values) {
      seen.add(String.valueOf(value));
    }
  }

  /** A driver's own kind of thread. */
  private static final class OwnThread extends Thread {
    private String name;
    private boolean isCurrent;
    private boolean inWorld;

    private OwnThread() {
      super("own");
    }

    @Override
    public void run() {
      LockSupport.park();
      name = getName();
      isCurrent = Thread.currentThread() == this;
      inWorld = WorldThread.current() != null;
    }
  }
}
