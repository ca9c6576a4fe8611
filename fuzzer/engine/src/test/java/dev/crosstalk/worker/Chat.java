package dev.crosstalk.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A worker for tests: does what it is told to, however bad. */
final class Chat {
  static final Messages<Told> TOLD = Messages.of(Told.class);
  static final Messages<Tells> TELLS = Messages.of(Tells.class);

  private Chat() {}

  sealed interface Told {
    record Say(String text) implements Told {}

    record Print(int lines) implements Told {}

    record Exit(int status) implements Told {}

    record Nonsense() implements Told {}
  }

  sealed interface Tells {
    record Said(String text, int processors) implements Tells {}
  }

  static WorkerJvm jvm() {
    return new WorkerJvm(Chat.class.getName(), List.of("an argument"));
  }

  public static void main(String[] arguments) throws IOException {
    Supervisor<Told, Tells> supervisor = Supervisor.ofThisProcess(TOLD, TELLS);
    while (true) {
      switch (supervisor.next()) {
        case Told.Say(String text) ->
            supervisor.tell(
                new Tells.Said(
                    text + " " + String.join(",", arguments),
                    Runtime.getRuntime().availableProcessors()));
        case Told.Print(int lines) -> {
          for (int i = 1; i <= lines; i++) {
            System.out.println("line " + i);
          }
        }
        case Told.Exit(int status) -> System.exit(status);
        case Told.Nonsense _ -> {
          Path out = Path.of("/dev/fd/" + Supervisor.OUT);
          Files.writeString(out, "not a message\n", StandardOpenOption.WRITE);
        }
      }
    }
  }
}
