package dev.crosstalk.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.crosstalk.resp.Corruption;
import dev.crosstalk.resp.ErrorCode;
import dev.crosstalk.resp.Landmark;
import dev.crosstalk.spi.CallersWord;
import dev.crosstalk.spi.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StepTextTest {
  private static final Label A1 = Label.parse("A1");
  private static final Lane A = new Lane('A');

  static Stream<Arguments> clientSteps() {
    return Stream.of(
        said("A A1 GET k1", start("GET", "k1")),
        said("A A1 GET k1, at once", start("GET", "k1").atOnce(true)),
        said("A A1 SET k \"two words\\r\\n+OK\"", start("SET", "k", "two words\r\n+OK")),
        said("A A1 SET k at once", start("SET", "k", "at", "once")),
        said("A A1 SET k \", at once\"", start("SET", "k", ", at once")),
        said("A A1 SET \"\" \"#\" \"a,b\"", start("SET", "", "#", "a,b")),
        said("A A1 SET \"\\\"\" \"\\\\\" \"\\t\"", start("SET", "\"", "\\", "\t")),
        said("A A1 SET \"\\x00\" \"\\x7f\" \"\\u0085\"", start("SET", "\0", "\u007f", "\u0085")),
        said("A A1 SET süß 🦀", start("SET", "süß", "🦀")),
        said("A A1 SET \"\\ud83e\" \"\\u202e\\ufeff\"", start("SET", "\ud83e", "\u202e\ufeff")),
        said("A A1 MULTI", start("MULTI")),
        said("A A1 CLIENT TRACKING ON", start("CLIENT TRACKING", "ON")),
        said("A A1 DEBUG PROTOCOL ATTRIB", start("DEBUG PROTOCOL", "ATTRIB")),
        said("A await A1", new Step.Await(A1)),
        said("A cancel A1", new Step.Cancel(A1, false)),
        said("A cancel A1, at once", new Step.Cancel(A1, true)),
        said("A give up on A1", new Step.GiveUp(A1, false)),
        said("A complete A1 with timeout", new Step.Complete(A1, CallersWord.TIMEOUT, false)),
        said(
            "A complete A1 with default, at once",
            new Step.Complete(A1, CallersWord.DEFAULT, true)),
        said("Z cancel Z9999", new Step.Cancel(Label.parse("Z9999"), false)),
        said("A interrupt", new Step.Interrupt(A, false)),
        said("A interrupt, at once", new Step.Interrupt(A, true)),
        said("A walk away", new Step.WalkAway(A, false)),
        said("A walk away, at once", new Step.WalkAway(A, true)),
        said("clock expire", new Step.Expire()),
        said("schedule choose 3", new Step.Choose(List.of(3))),
        said("schedule choose 0 2 9999", new Step.Choose(List.of(0, 2, 9999))));
  }

  static Stream<Arguments> serverSteps() {
    Optional<Ending> none = Optional.empty();
    return Stream.of(
        said("server hold the reply to A1", new Step.Hold(A1)),
        said("server deliver 7 bytes of the reply to A1", new Step.Deliver(A1, 7, false)),
        said("server deliver 1 byte of the reply to A1, at once", new Step.Deliver(A1, 1, true)),
        said("server release the reply to A1", new Step.Release(A1, false)),
        said("server release the reply to A1, at once", new Step.Release(A1, true)),
        said("server close the connection of A", new Step.End(A, Ending.CLOSE, false)),
        said("server reset the connection of A, at once", new Step.End(A, Ending.RESET, true)),
        said("server stall the next handshake", new Step.Stall()),
        said("server refuse the next connection", new Step.Refuse()),
        said("server restart with a close", new Step.Restart(Ending.CLOSE, false)),
        said("server restart with a reset, at once", new Step.Restart(Ending.RESET, true)),
        said("server lose the connection of A", new Step.Lose(A, false)),
        said("server lose the connection of A, at once", new Step.Lose(A, true)),
        said(
            "server corrupt the reply to A1 with illegal length-too-large",
            new Step.Corrupt(A1, Corruption.LENGTH_TOO_LARGE)),
        said("server lose the next connection", new Step.LoseNext()),
        said("server half-close the connection of A", new Step.HalfClose(A, false)),
        said("server half-close the connection of A, at once", new Step.HalfClose(A, true)),
        said("server stop reading from A", new Step.StopReading(A, false)),
        said("server read again from A, at once", new Step.ReadAgain(A, true)),
        said("server delay the next accept", new Step.DelayAccept()),
        said("server accept what waits", new Step.Accept(false)),
        said("server accept what waits, at once", new Step.Accept(true)),
        said("clock tick", new Step.Tick()),
        said("A close the client", new Step.CloseClient(A, false)),
        said("A give back", new Step.GiveBack(A, false)),
        said("A give back, at once", new Step.GiveBack(A, true)),
        said("server answer A1 with OOM", new Step.Answer(A1, ErrorCode.OOM)),
        said(
            "server publish M1 to c1",
            new Step.Publish(new Label(new Lane('M'), 1), "c1", "", false)),
        said(
            "server publish M1 to \"\" with \"\\r\\n+OK\", at once",
            new Step.Publish(new Label(new Lane('M'), 1), "", "\r\n+OK", true)),
        said("server push an invalidation to A", new Step.Push(A, false)),
        said("server push an invalidation to A, at once", new Step.Push(A, true)),
        said("server push an invalidation of c1 to A", new Step.Push(A, Optional.of("c1"), false)),
        said("server tear the reply to A1 after 3 bytes", tear(new Cut.After(3), none, false)),
        said("server tear the reply to A1 after 1 byte", tear(new Cut.After(1), none, false)),
        said(
            "server tear the reply to A1 1 byte before its end, then close",
            tear(new Cut.BeforeEnd(1), Optional.of(Ending.CLOSE), false)),
        said(
            "server tear the reply to A1 2 bytes before its end, then reset, at once",
            tear(new Cut.BeforeEnd(2), Optional.of(Ending.RESET), true)),
        said(
            "server tear the reply to A1 after 0 bytes, at once",
            tear(new Cut.After(0), none, true)));
  }

  static Stream<Arguments> landmarks() {
    return Stream.of(
        Arguments.of("after type byte 1", Landmark.AFTER_TYPE, 1),
        Arguments.of("inside length 2", Landmark.INSIDE_LENGTH, 2),
        Arguments.of("before line end 3", Landmark.BEFORE_LINE_END, 3),
        Arguments.of("inside line end 2", Landmark.INSIDE_LINE_END, 2),
        Arguments.of("after line end 1", Landmark.AFTER_LINE_END, 1),
        Arguments.of("after header 1", Landmark.AFTER_HEADER, 1),
        Arguments.of("at element gap 4", Landmark.BETWEEN_ELEMENTS, 4),
        Arguments.of("before lookalike byte 999", Landmark.BEFORE_LOOKALIKE, 999));
  }

  @ParameterizedTest
  @MethodSource({"clientSteps", "serverSteps"})
  void writesAndReadsEachKindOfStep(String text, Step step) {
    assertThat(StepText.of(step)).isEqualTo(text);
    assertThat(Texts.readStep(text)).isEqualTo(step);
  }

  @ParameterizedTest
  @MethodSource("landmarks")
  void writesAndReadsEachLandmark(String text, Landmark landmark, int nth) {
    Step step = tear(new Cut.At(landmark, nth), Optional.empty(), false);
    assertThat(StepText.of(step)).isEqualTo("server tear the reply to A1 " + text);
    assertThat(Texts.readStep(StepText.of(step))).isEqualTo(step);
  }

  @Test
  void readsWhatItWouldWriteInAnotherWay() {
    assertThat(Texts.readStep(" A \t A1  SET \"plain\"  \"\\u0041\" ,at\tonce "))
        .isEqualTo(start("SET", "plain", "A").atOnce(true));
    assertThat(Texts.readStep("server deliver 2 byte of the reply to A1"))
        .isEqualTo(new Step.Deliver(A1, 2, false));
  }

  @Test
  void hasAFormForEveryKindOfStep() {
    List<? extends Class<?>> registered =
        Stream.of(ClientSteps.ALL, ClockSteps.ALL, ScheduleSteps.ALL, ServerSteps.ALL)
            .flatMap(List::stream)
            .map(StepSyntax::kind)
            .toList();
    assertThat(Set.<Class<?>>copyOf(registered)).isEqualTo(Set.copyOf(kinds(Step.class)));
  }

  @Test
  void refusesToWriteACommandThatItWouldReadInAnotherWay() {
    assertThatIllegalArgumentException().isThrownBy(() -> StepText.of(start("GET FOO")));
    assertThatIllegalArgumentException().isThrownBy(() -> StepText.of(start("CLIENT", "ID")));
  }

  private static List<Class<?>> kinds(Class<?> type) {
    if (!type.isSealed()) {
      return List.of(type);
    }
    var kinds = new ArrayList<Class<?>>();
    for (Class<?> permitted : type.getPermittedSubclasses()) {
      kinds.addAll(kinds(permitted));
    }
    return kinds;
  }

  private static Arguments said(String text, Step step) {
    return Arguments.of(text, step);
  }

  private static Step start(String name, String... arguments) {
    return new Step.Start(A1, Command.of(name, arguments), false);
  }

  private static Step tear(Cut cut, Optional<Ending> then, boolean atOnce) {
    return new Step.Tear(A1, cut, then, atOnce);
  }
}
