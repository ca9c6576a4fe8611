package dev.crosstalk.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkerTest {
  private static final Cores ONE = Cores.among(1000).getFirst();

  private final Heard heard = new Heard();
  private final Worker<Chat.Told, Chat.Tells> worker =
      Worker.start(Chat.jvm(), ONE, WorkerJvm.Life.BRIEF, Chat.TOLD, Chat.TELLS);

  @BeforeEach
  void listen() {
    worker.listen(heard);
  }

  private static final class Heard implements Worker.Listener<Chat.Tells> {
    private final BlockingQueue<Chat.Tells> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<Death> death = new CompletableFuture<>();

    @Override
    public void told(Chat.Tells message) {
      messages.add(message);
    }

    @Override
    public void died(Death how) {
      death.complete(how);
    }

    Death death() throws Exception {
      return death.get(1, TimeUnit.MINUTES);
    }
  }

  @AfterEach
  void end() {
    worker.kill();
  }

  @Test
  void isToldAndTellsOnOneProcessor() throws Exception {
    worker.tell(new Chat.Told.Say("hello"));

    assertThat(heard.messages.poll(1, TimeUnit.MINUTES))
        .isEqualTo(new Chat.Tells.Said("hello an argument", 1));
  }

  @Test
  void whatItPrintsIsNoMessageAndItsLastLinesAreKept() throws Exception {
    worker.tell(new Chat.Told.Print(1000));
    worker.tell(new Chat.Told.Say("after"));
    worker.tell(new Chat.Told.Exit(3));

    Death death = heard.death();
    assertThat(heard.messages).hasSize(1);
    assertThat(death.status()).isEqualTo(3);
    assertThat(death.shown()).isEqualTo("exit status 3");
    assertThat(death.lastLines()).hasSize(50).startsWith("line 951").endsWith("line 1000");
  }

  @Test
  void endsWhenThereIsNobodyToTellItMore() throws Exception {
    worker.close();

    assertThat(heard.death().status()).isZero();
  }

  @Test
  void aSignalThatEndedItIsNamed() throws Exception {
    worker.tell(new Chat.Told.Say("begun"));
    heard.messages.poll(1, TimeUnit.MINUTES);
    ProcessHandle.of(worker.pid()).orElseThrow().destroyForcibly();

    assertThat(heard.death().shown()).isEqualTo("signal 9");
    worker.tell(new Chat.Told.Say("to nobody"));
  }

  @Test
  void oneThatSpeaksNonsenseIsEnded() throws Exception {
    worker.tell(new Chat.Told.Nonsense());

    assertThat(heard.death().lastLines())
        .contains(
            "no message: Unrecognized token 'not': was expecting (JSON String, Number, Array,"
                + " Object or token 'null', 'true' or 'false'): not a message");
  }

  @Test
  void anyProcessorWillDoWhereNoneIsNamed() {
    assertThat(String.join(" ", Chat.jvm().command(new Cores(2, List.of()), WorkerJvm.Life.LONG)))
        .startsWith("sh -c ")
        .contains(" -XX:ActiveProcessorCount=2 ")
        .doesNotContain("taskset", "TieredStopAtLevel")
        .endsWith(" " + Chat.class.getName() + " an argument");
  }
}
