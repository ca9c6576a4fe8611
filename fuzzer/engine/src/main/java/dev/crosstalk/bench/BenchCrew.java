package dev.crosstalk.bench;

import dev.crosstalk.worker.Cores;
import dev.crosstalk.worker.Death;
import dev.crosstalk.worker.Messages;
import dev.crosstalk.worker.Worker;
import dev.crosstalk.worker.WorkerJvm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;

/** Workers, one for each processor, that measure the same thing at the same time. */
final class BenchCrew {
  private static final Messages<BenchOrder> ORDERS = Messages.of(BenchOrder.class);
  private static final Messages<BenchAnswer> ANSWERS = Messages.of(BenchAnswer.class);

  private final WorkerJvm jvm;
  private final BenchOrder.Measure order;
  private final List<Member> members = new ArrayList<>();
  private boolean stopped;

  BenchCrew(WorkerJvm jvm, BenchOrder.Measure order) {
    this.jvm = jvm;
    this.order = order;
  }

  /** A worker that was to measure died; the message says of what, and what it said last. */
  static final class DiedException extends Exception {
    private static final long serialVersionUID = 1L;

    DiedException(Death death) {
      super(
          "a worker ended with "
              + death.shown()
              + (death.lastLines().isEmpty() ? "" : ":\n" + String.join("\n", death.lastLines())));
    }
  }

  /** One worker, heard on its own thread. */
  private static final class Member implements Worker.Listener<BenchAnswer> {
    private final CountDownLatch ready = new CountDownLatch(1);
    private final CompletableFuture<BenchAnswer> answer = new CompletableFuture<>();
    private Optional<Worker<BenchOrder, BenchAnswer>> worker = Optional.empty();

    @Override
    public void told(BenchAnswer message) {
      if (!(message instanceof BenchAnswer.Ready)) {
        answer.complete(message);
      }
      ready.countDown();
    }

    @Override
    public void died(Death death) {
      answer.completeExceptionally(new DiedException(death));
      ready.countDown();
    }
  }

  /**
   * Measures; once.
   *
   * @param workers how many, at most
   * @return an answer for each; none when it was stopped
   * @throws DiedException when one died before it answered
   */
  List<BenchAnswer> run(int workers) throws InterruptedException, DiedException {
    try {
      Cores.among(workers).forEach(this::begin);
      for (Member member : members) {
        member.ready.await();
      }
      for (Member member : members) {
        member.worker.get().tell(new BenchOrder.Go());
      }
      var answers = new ArrayList<BenchAnswer>();
      for (Member member : members) {
        answers.add(answerOf(member));
      }
      return answers;
    } catch (DiedException dead) {
      if (isStopped()) {
        return List.of();
      }
      throw dead;
    } finally {
      stop();
    }
  }

  private static BenchAnswer answerOf(Member member) throws InterruptedException, DiedException {
    try {
      return member.answer.get();
    } catch (ExecutionException failed) {
      throw (DiedException) failed.getCause();
    }
  }

  private synchronized void begin(Cores cores) {
    if (!stopped) {
      var member = new Member();
      var worker = Worker.start(jvm, cores, WorkerJvm.Life.LONG, ORDERS, ANSWERS);
      worker.listen(member);
      member.worker = Optional.of(worker);
      members.add(member);
      worker.tell(order);
    }
  }

  private synchronized boolean isStopped() {
    return stopped;
  }

  /** Ends all workers at once; from any thread. */
  synchronized void stop() {
    stopped = true;
    members.forEach(member -> member.worker.get().kill());
  }
}
