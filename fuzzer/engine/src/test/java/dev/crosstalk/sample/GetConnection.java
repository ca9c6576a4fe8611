package dev.crosstalk.sample;

import dev.crosstalk.spi.Surroundings;
import dev.crosstalk.spi.Value;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One connection of a driver that knows GET alone; closed at the first doubt. */
public final class GetConnection {
  private final Socket socket = new Socket();

  public GetConnection(Surroundings surroundings) throws IOException {
    var settings = surroundings.settings();
    int timeoutMillis = (int) settings.timeout().toMillis();
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(timeoutMillis);
      socket.connect(surroundings.address(), timeoutMillis);
      if (settings.credentials().isPresent()) {
        var credentials = settings.credentials().get();
        request("AUTH", credentials.user(), credentials.password());
        line();
      }
      if (settings.database() != 0) {
        request("SELECT", String.valueOf(settings.database()));
        line();
      }
    } catch (IOException failed) {
      socket.close();
      throw failed;
    }
  }

  public Value get(String key) throws IOException {
    ask(key);
    return answer();
  }

  void ask(String key) throws IOException {
    try {
      request("GET", key);
    } catch (IOException doubt) {
      socket.close();
      throw doubt;
    }
  }

  /** The next one. */
  Value answer() throws IOException {
    String line = firstLine();
    if (line.startsWith("-")) {
      throw new ErrorReplyException(line.substring(1));
    }
    try {
      int length = Integer.parseInt(line.substring(1));
      if (length < 0) {
        return new Value.Nil();
      }
      byte[] value = socket.getInputStream().readNBytes(length);
      if (value.length < length || !line().isEmpty()) {
        throw new EOFException("in a value");
      }
      return new Value.Text(new String(value, StandardCharsets.UTF_8));
    } catch (IOException | RuntimeException doubt) {
      socket.close();
      throw doubt;
    }
  }

  private String firstLine() throws IOException {
    try {
      return line();
    } catch (IOException doubt) {
      socket.close();
      throw doubt;
    }
  }

  public boolean isOpen() {
    return !socket.isClosed();
  }

  public void close() throws IOException {
    socket.close();
  }

  private void request(String... words) throws IOException {
    var request = new StringBuilder("*" + words.length + "\r\n");
    for (String word : words) {
      int length = word.getBytes(StandardCharsets.UTF_8).length;
      request.append('$').append(length).append("\r\n").append(word).append("\r\n");
    }
    socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** One line, without its end. */
  private String line() throws IOException {
    InputStream in = socket.getInputStream();
    var line = new StringBuilder();
    while (!line.toString().endsWith("\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("in a line");
      }
      line.append((char) next);
    }
    return line.substring(0, line.length() - 2);
  }
}
