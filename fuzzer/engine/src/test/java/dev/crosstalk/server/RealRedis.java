package dev.crosstalk.server;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A Redis of the machine's own, on a free port of the loopback, that keeps nothing on disk. */
final class RealRedis implements AutoCloseable {
  private static final int WAIT_MILLIS = 20_000;
  private static final int ATTEMPTS = 400;

  private final Process process;
  private final int port;

  private RealRedis(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Where a server's program is; empty when there is none on PATH. */
  static Optional<Path> program() {
    for (String name : List.of("redis-server", "valkey-server")) {
      for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
        Path program = Path.of(folder, name);
        if (Files.isExecutable(program)) {
          return Optional.of(program);
        }
      }
    }
    return Optional.empty();
  }

  /** Starts one in a folder, and waits until it answers. */
  static RealRedis start(Path program, Path folder) throws IOException, InterruptedException {
    int port = freePort();
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--appendonly",
                "no",
                "--enable-debug-command",
                "local",
                "--dir",
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("redis.log").toFile())
            .start();
    var redis = new RealRedis(process, port);
    try {
      redis.awaitAnswer();
    } catch (IOException | InterruptedException | RuntimeException failed) {
      redis.close();
      throw failed;
    }
    return redis;
  }

  private static int freePort() throws IOException {
    try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  private void awaitAnswer() throws IOException, InterruptedException {
    for (int attempt = 0; attempt < ATTEMPTS && process.isAlive(); attempt++) {
      try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.getOutputStream().write("PING\r\n".getBytes());
        if (socket.getInputStream().read() == '+') {
          return;
        }
      } catch (IOException notYet) {
        // It still starts.
      }
      process.waitFor(25, TimeUnit.MILLISECONDS);
    }
    throw new IOException("no answer from " + process.info());
  }

  /** Sends these chunks over one connection, then the end; all that came back until its end. */
  byte[] say(List<byte[]> chunks) throws IOException {
    var replies = new ByteArrayOutputStream();
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(WAIT_MILLIS);
      try {
        for (byte[] chunk : chunks) {
          socket.getOutputStream().write(chunk);
        }
        socket.shutdownOutput();
      } catch (SocketException closedAlready) {
        // After QUIT or a protocol error; what it answered until then can still be read.
      }
      copy(socket.getInputStream(), replies);
    }
    return replies.toByteArray();
  }

  private static void copy(InputStream from, ByteArrayOutputStream to) throws IOException {
    var buffer = new byte[1 << 16];
    try {
      for (int got = from.read(buffer); got >= 0; got = from.read(buffer)) {
        to.write(buffer, 0, got);
      }
    } catch (SocketException reset) {
      // It closed with some of our bytes unread, which resets the connection.
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
