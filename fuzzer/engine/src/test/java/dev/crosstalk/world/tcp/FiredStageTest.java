package dev.crosstalk.world.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.spi.Observer;
import dev.crosstalk.world.Peer;
import dev.crosstalk.world.Stage;
import dev.crosstalk.world.Wire;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What has been said is asked for right after settling: nothing here waits in any other way. */
class FiredStageTest {
  private static final int TIMEOUT_MILLIS = 60_000;

  private final FiredWorld world = new FiredWorld();
  private final List<ServerEnd> accepted = new CopyOnWriteArrayList<>();
  private final Stage stage = world.open(this::accept, options -> 0);
  private final List<String> said = new CopyOnWriteArrayList<>();

  /** Sends what it is given, and keeps what comes. */
  private static final class ServerEnd implements Peer {
    final Wire wire;
    final ConcurrentLinkedQueue<byte[]> chunks = new ConcurrentLinkedQueue<>();
    final List<String> received = new CopyOnWriteArrayList<>();

    ServerEnd(Wire wire) {
      this.wire = wire;
    }

    void send(String text) {
      chunks.add(text.getBytes(StandardCharsets.UTF_8));
      wire.flush();
    }

    @Override
    public void received(byte[] bytes) {
      received.add(new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public Optional<byte[]> next() {
      return Optional.ofNullable(chunks.poll());
    }

    @Override
    public boolean hasNext() {
      return !chunks.isEmpty();
    }

    @Override
    public void ended() {
      received.add("end");
    }
  }

  private Peer accept(Wire wire) {
    var end = new ServerEnd(wire);
    accepted.add(end);
    return end;
  }

  @AfterEach
  void close() {
    stage.close();
    world.close();
  }

  private void settle() {
    assertThat(stage.settle(() -> false)).isTrue();
  }

  private Socket connected() throws IOException {
    return new Socket(stage.address().getAddress(), stage.address().getPort());
  }

  /** Something that a lane does, up to where it is heard of. */
  private interface Doing {
    String run() throws Exception;
  }

  private void say(Doing doing) {
    try {
      said.add(doing.run());
    } catch (Exception failed) {
      said.add(failed.getClass().getSimpleName() + ": " + failed.getMessage());
    }
  }

  private void onLane(String name, Doing doing) {
    stage.lane(name).run(() -> say(doing));
  }

  @Test
  void isQuietOnceAReaderWaitsAndNothingIsOnItsWay() {
    onLane("A", () -> "read " + connected().getInputStream().read());
    settle();
    assertThat(said).isEmpty();
    accepted.getFirst().send("!");
    settle();
    assertThat(said).containsExactly("read 33");
  }

  @Test
  void anEndIsNoticedBeforeItIsQuiet() {
    onLane("A", () -> "read " + connected().getInputStream().read());
    onLane("B", () -> "read " + connected().getInputStream().read());
    settle();
    accepted.get(0).wire.close();
    settle();
    assertThat(said).containsExactly("read -1");
    accepted.get(1).wire.reset();
    settle();
    assertThat(said).containsExactly("read -1", "SocketException: Connection reset");
  }

  @Test
  void whatWasSentBeforeAResetIsReadBeforeIt() {
    onLane(
        "A",
        () -> {
          var input = connected().getInputStream();
          var text = new StringBuilder();
          say(() -> text.append(input.read()).append(input.read()).toString());
          return "read " + input.read();
        });
    settle();
    accepted.getFirst().send("ab");
    accepted.getFirst().wire.reset();
    settle();
    assertThat(said).containsExactly("9798", "SocketException: Connection reset");
  }

  @Test
  void waitsForWhatAThreadOfTheDriversHandsToALane() {
    onLane(
        "A",
        () -> {
          var socket = connected();
          var handed = new CompletableFuture<Integer>();
          start(
              () -> {
                try {
                  handed.complete(socket.getInputStream().read());
                } catch (IOException failed) {
                  handed.completeExceptionally(failed);
                }
              });
          return "handed " + handed.get(1, TimeUnit.MINUTES);
        });
    settle();
    accepted.getFirst().send("!");
    settle();
    assertThat(said).containsExactly("handed 33");
  }

  @Test
  void waitsForAThreadThatALaneHasStarted() {
    waitsForWhatIsHandedOver(FiredStageTest::start);
  }

  @Test
  void waitsForAnExecutorsFirstThread() {
    waitsForWhatIsHandedOver(
        task -> {
          try (var executor = Executors.newSingleThreadExecutor()) {
            executor.execute(task);
          }
        });
  }

  /** By a thread that uses no socket: all there is to know of it is who started it. */
  private void waitsForWhatIsHandedOver(Consumer<Runnable> starter) {
    for (int times = 1; times <= 50; times++) {
      onLane(
          "A",
          () -> {
            try (var socket = connected()) {
              var handed = new CompletableFuture<Boolean>();
              starter.accept(() -> handed.complete(socket.isConnected()));
              return "handed " + handed.get(1, TimeUnit.MINUTES);
            }
          });
      settle();
      assertThat(said).hasSize(times).containsOnly("handed true");
    }
  }

  @Test
  void waitsForNoThreadThatCouldNotBeStarted() throws InterruptedException {
    var ended = new Thread(() -> {});
    ended.start();
    ended.join();
    onLane(
        "A",
        () -> {
          try (var socket = connected()) {
            ended.start();
            return "started " + socket.isConnected();
          }
        });
    settle();
    assertThat(said).containsExactly("IllegalThreadStateException: null");
  }

  private static void start(Runnable task) {
    Thread.ofPlatform().daemon().start(task);
  }

  @Test
  void whatADriverWroteHasArrivedAndItsEndIsKnown() {
    onLane(
        "A",
        () -> {
          try (var socket = connected()) {
            socket.getOutputStream().write("hello".getBytes(StandardCharsets.UTF_8));
          }
          return "closed";
        });
    settle();
    assertThat(accepted.getFirst().received).containsExactly("hello", "end");
  }

  @Test
  void aReadTimesOutWhenTheClockSaysSo() {
    onLane("A", this::readWithTimeout);
    settle();
    stage.pass(TimeUnit.MILLISECONDS.toNanos(TIMEOUT_MILLIS) - 1);
    assertThat(said).isEmpty();
    stage.pass(1);
    assertThat(said).containsExactly("SocketTimeoutException: Read timed out");
  }

  private String readWithTimeout() throws IOException {
    var socket = connected();
    socket.setSoTimeout(TIMEOUT_MILLIS);
    return "read " + socket.getInputStream().read();
  }

  @Test
  void aTimedWaitTimesOutWhenTheClockSaysSo() {
    onLane("A", () -> "read " + connected().getInputStream().read());
    onLane("B", () -> "polled " + new LinkedBlockingDeque<>().pollFirst(1, TimeUnit.MINUTES));
    settle();
    stage.pass(TimeUnit.MINUTES.toNanos(1) - 1);
    assertThat(said).isEmpty();
    stage.pass(1);
    assertThat(said).containsExactly("polled null");
  }

  @Test
  void anAlarmBringsAboutAllItDoesBeforeTheNextOfItsTime() {
    var handed = new CompletableFuture<String>();
    onLane("A", this::readWithTimeout);
    onLane("B", handed::get);
    settle();
    var clock = stage.clock().orElseThrow();
    long delay = TimeUnit.MILLISECONDS.toNanos(TIMEOUT_MILLIS);
    clock.schedule(delay, () -> handed.complete("handed"));
    clock.schedule(delay, () -> said.add("second alarm"));
    stage.pass(delay);
    assertThat(said)
        .containsExactly("SocketTimeoutException: Read timed out", "handed", "second alarm");
  }

  /** As a driver does that brings an event loop: a thread in a selector, with a channel. */
  @Test
  void waitsForWhatAnEventLoopDoesThatIsObserved() throws Exception {
    var observer = stage.observer().orElseThrow();
    try (var channel = SocketChannel.open();
        var selector = Selector.open()) {
      var end = observer.addConnection(() -> true);
      Thread.ofPlatform()
          .daemon()
          .start(
              () -> {
                observer.addThread();
                say(() -> echo(end, channel, selector));
              });
      while (accepted.isEmpty()) {
        settle();
      }
      for (String text : List.of("a", "b", "c")) {
        accepted.getFirst().send(text);
        settle();
        assertThat(said).endsWith("loop has " + text);
        assertThat(accepted.getFirst().received).endsWith(text);
      }
      accepted.getFirst().wire.close();
      settle();
      assertThat(said).endsWith("over");
    }
  }

  private String echo(Observer.End end, SocketChannel channel, Selector selector)
      throws IOException {
    end.connecting();
    channel.connect(stage.address());
    end.connected((InetSocketAddress) channel.getLocalAddress());
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ);
    var buffer = ByteBuffer.allocate(1);
    while (true) {
      selector.select();
      selector.selectedKeys().clear();
      int count = channel.read(buffer.clear());
      if (count < 0) {
        channel.close();
        end.closed();
        return "over";
      }
      end.read(count);
      say(() -> "loop has " + (char) buffer.get(0));
      end.writing(count);
      channel.write(buffer.flip());
    }
  }

  @Test
  void waitsForWhatTheCommonPoolIsToDo() {
    onLane(
        "A",
        () -> {
          var socket = connected();
          say(() -> "first " + socket.getInputStream().read());
          return CompletableFuture.supplyAsync(() -> "pooled").thenApplyAsync(it -> it + "!").get();
        });
    settle();
    accepted.getFirst().send("?");
    settle();
    assertThat(said).containsExactly("first 63", "pooled!");
  }

  @Test
  void isNotQuietWhileALaneWaitsForAStrangersLock() throws Exception {
    var monitor = new Object();
    var held = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              synchronized (monitor) {
                held.countDown();
                say(() -> release.await(1, TimeUnit.MINUTES) ? "released" : "not released");
              }
            });
    held.await();
    onLane("A", () -> "read " + connected().getInputStream().read());
    settle();
    var lane = new CompletableFuture<Thread>();
    onLane(
        "B",
        () -> {
          lane.complete(Thread.currentThread());
          synchronized (monitor) {
            return "entered";
          }
        });
    boolean soon =
        stage.soon(
            () -> {
              // Nobody of the case would let it go.
              if (lane.isDone() && lane.join().getState() == Thread.State.BLOCKED) {
                release.countDown();
              }
              return said.contains("entered");
            });
    assertThat(soon).isTrue();
  }

  @Test
  void aSocketSaysHowMuchLiesUnread() {
    onLane(
        "A",
        () -> {
          var input = connected().getInputStream();
          return "read " + input.read() + ", available " + input.available();
        });
    settle();
    accepted.getFirst().send("abc");
    settle();
    assertThat(said).containsExactly("read 97, available 2");
  }
}
