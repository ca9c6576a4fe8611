package dev.crosstalk.replay;

import dev.crosstalk.resp.Bytes;
import dev.crosstalk.resp.RespDecoder;
import dev.crosstalk.resp.RespEncoder;
import dev.crosstalk.resp.RespValue;
import dev.crosstalk.spi.Protocol;
import dev.crosstalk.spi.Settings;
import dev.crosstalk.spi.Surroundings;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Optional;

/** A connection of a scripted driver. Its reads can be interrupted, and are written down. */
final class Link {
  private final Diary diary;
  private final int number;
  private final SocketChannel channel;
  private final InputStream input;
  private final RespDecoder decoder = new RespDecoder();
  private final byte[] buffer = new byte[4096];

  /** Connects and shakes hands. */
  Link(Surroundings surroundings, Diary diary, boolean patient) throws Exception {
    Settings settings = surroundings.settings();
    if (Thread.interrupted()) {
      throw new InterruptedException("before connecting");
    }
    this.diary = diary;
    this.channel = SocketChannel.open(surroundings.address());
    this.number = diary.newConnection();
    this.input = channel.socket().getInputStream();
    channel.socket().setSoTimeout(patient ? 0 : Math.toIntExact(settings.timeout().toMillis()));
    if (settings.protocol() == Protocol.RESP3) {
      shakeHands();
    }
  }

  private void shakeHands() throws Exception {
    try {
      write(List.of("HELLO", "3"));
      read();
    } catch (Exception failed) {
      channel.close();
      throw failed;
    }
  }

  int number() {
    return number;
  }

  void write(List<String> words) throws Exception {
    List<RespValue> bulks =
        words.stream().<RespValue>map(word -> new RespValue.Bulk(Bytes.ofUtf8(word))).toList();
    write(RespEncoder.encode(new RespValue.Array(bulks)));
  }

  void write(byte[] request) throws Exception {
    var bytes = ByteBuffer.wrap(request);
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (ClosedByInterruptException interrupt) {
      throw interrupted();
    }
  }

  /** The connection is closed by now. */
  private InterruptedException interrupted() {
    diary.met(number, "interrupt");
    Thread.interrupted();
    return new InterruptedException("on connection " + number);
  }

  /** The next reply; pushes before it are written down and passed over. */
  RespValue read() throws Exception {
    while (true) {
      Optional<RespValue> value = decoder.poll();
      if (value.isEmpty()) {
        fill();
      } else if (value.get() instanceof RespValue.Push) {
        diary.met(number, "push");
      } else {
        return value.get();
      }
    }
  }

  private void fill() throws Exception {
    int count;
    try {
      count = input.read(buffer);
    } catch (SocketTimeoutException timeout) {
      diary.met(number, "timeout");
      throw timeout;
    } catch (ClosedByInterruptException interrupt) {
      throw interrupted();
    } catch (IOException broken) {
      diary.met(number, "reset");
      throw broken;
    }
    if (count < 0) {
      diary.met(number, "end");
      throw new EOFException("the server closed the connection");
    }
    diary.met(number, "read " + count);
    decoder.feed(buffer, 0, count);
  }

  void close() throws IOException {
    channel.close();
  }
}
