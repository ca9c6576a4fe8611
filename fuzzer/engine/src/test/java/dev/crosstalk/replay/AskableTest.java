package dev.crosstalk.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.generate.Scenarios;
import dev.crosstalk.generate.Vocabulary;
import dev.crosstalk.generate.VocabularyBuilder;
import dev.crosstalk.generate.VocabularyBuilder.Feature;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Script;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AskableTest {

  @Test
  void takesWhatEveryTypedApiTakes() {
    assertThat(Askable.objection(Command.of("GET", "k"))).isEmpty();
    assertThat(Askable.objection(Command.of("SET", "k", "v"))).isEmpty();
    assertThat(Askable.objection(Command.of("MGET", "k", "l", "m"))).isEmpty();
    assertThat(Askable.objection(Command.of("LRANGE", "k", "0", "-1"))).isEmpty();
    assertThat(Askable.objection(Command.of("STRLEN", "k"))).isEmpty();
    assertThat(Askable.objection(Command.of("EXISTS", "k", "l"))).isEmpty();
    assertThat(Askable.objection(Command.of("HGET", "k", "f1"))).isEmpty();
    assertThat(Askable.objection(Command.of("BLPOP", "k", "1"))).isEmpty();
    assertThat(Askable.objection(Command.of("ZSCORE", "k", "m"))).isEmpty();
    assertThat(Askable.objection(Command.of("ZRANGE", "k", "0", "-1", "WITHSCORES"))).isEmpty();
    assertThat(Askable.objection(Command.of("PING"))).isEmpty();
    assertThat(Askable.objection(Command.of("CLIENT TRACKING", "ON"))).isEmpty();
  }

  @Test
  void saysWhatACommandTakesWhenItCannotBeAskedSo() {
    assertThat(Askable.objection(Command.of("GET"))).contains("GET takes one argument");
    assertThat(Askable.objection(Command.of("SET", "k"))).contains("SET takes a key and a value");
    assertThat(Askable.objection(Command.of("SET", "k", "v", "EX", "10"))).isPresent();
    assertThat(Askable.objection(Command.of("BLPOP", "k", "0"))).isPresent();
    assertThat(Askable.objection(Command.of("MGET"))).contains("MGET takes one key or more");
    assertThat(Askable.objection(Command.of("EXISTS"))).contains("EXISTS takes one key or more");
    assertThat(Askable.objection(Command.of("TYPE"))).contains("TYPE takes one argument");
    assertThat(Askable.objection(Command.of("HGET", "k"))).contains("HGET takes a key and a field");
    assertThat(Askable.objection(Command.of("ZSCORE", "k")))
        .contains("ZSCORE takes a key and a member");
    assertThat(Askable.objection(Command.of("ZRANGE", "k", "0", "-1")))
        .contains("ZRANGE takes a key, two plain numbers and WITHSCORES");
    assertThat(Askable.objection(Command.of("PING", "hello"))).contains("PING takes no argument");
    assertThat(Askable.objection(Command.of("CLIENT TRACKING", "OFF"))).isPresent();
  }

  @ParameterizedTest
  @EnumSource(Script.class)
  void takesEveryScriptWithAllThatItTells(Script script) {
    var told = List.of("a", "b", "c").subList(0, script.argumentsMin());

    assertThat(script(Script.EVAL, script.text(), "0", told)).isEmpty();
    assertThat(script(Script.EVAL, script.text(), "1", with(told, "k"))).isEmpty();
    assertThat(script(Script.EVALSHA, script.digest(), "0", with(told, "more"))).isEmpty();
    assertThat(script(Script.EVALSHA, script.text(), "0", told)).isPresent();
    assertThat(script(Script.EVAL, script.digest(), "0", told)).isPresent();
  }

  @Test
  void takesNoScriptButThoseThatAreKnown() {
    assertThat(Askable.objection(Command.of(Script.EVAL, "return 1", "0")))
        .contains(
            "EVAL takes one of the known scripts, how many keys follow, them, and what the script"
                + " tells");
    assertThat(Askable.objection(Command.of(Script.EVALSHA, "0".repeat(40), "0"))).isPresent();
    assertThat(Askable.objection(Command.of(Script.EVAL))).isPresent();
    assertThat(Askable.objection(Command.of(Script.EVALSHA, Script.NULL.digest()))).isPresent();
  }

  @Test
  void takesNoScriptWithFewerArgumentsThanItTells() {
    String map = Script.MAP.text();
    assertThat(Askable.objection(Command.of(Script.EVAL, map, "0", "a"))).isPresent();
    assertThat(Askable.objection(Command.of(Script.EVAL, map, "1", "a", "b"))).isPresent();
    assertThat(Askable.objection(Command.of(Script.EVAL, map, "1", "k", "a", "b"))).isEmpty();
  }

  @Test
  void takesNoScriptWithFewerKeysThanItSays() {
    String nothing = Script.NULL.text();
    assertThat(Askable.objection(Command.of(Script.EVAL, nothing, "1"))).isPresent();
    assertThat(Askable.objection(Command.of(Script.EVAL, nothing, "2", "k"))).isPresent();
    assertThat(Askable.objection(Command.of(Script.EVAL, nothing, "-1", "k"))).isPresent();
    assertThat(Askable.objection(Command.of(Script.EVAL, nothing, "00", "k"))).isPresent();
    assertThat(Askable.objection(Command.of(Script.EVAL, nothing, "k"))).isPresent();
  }

  @Test
  void asksOnlyForAttributesOfTheDebugger() {
    assertThat(Askable.objection(Command.of("DEBUG PROTOCOL", "ATTRIB"))).isEmpty();
    assertThat(Askable.objection(Command.of("DEBUG PROTOCOL", "BIGNUM")))
        .contains("DEBUG PROTOCOL takes ATTRIB");
    assertThat(Askable.objection(Command.of("DEBUG PROTOCOL"))).isPresent();
  }

  @Test
  void takesEveryCommandThatIsDrawn() {
    Vocabulary scripts =
        VocabularyBuilder.starting(Script.EVAL, Script.EVALSHA, "DEBUG PROTOCOL", "PING")
            .with(Feature.values())
            .build();
    for (long number = 0; number < 300; number++) {
      for (Step step : Scenarios.at(7, number, scripts).steps()) {
        if (step instanceof Step.Start start) {
          assertThat(Askable.objection(start.command())).as("%s", start.command()).isEmpty();
        }
      }
    }
  }

  private static Optional<String> script(
      String name, String script, String keys, List<String> more) {
    return Askable.objection(new Command(name, with(List.of(script, keys), more)));
  }

  private static List<String> with(List<String> some, String more) {
    return with(some, List.of(more));
  }

  private static List<String> with(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  @Test
  void takesNoNumberThatADriverWouldWriteInAnotherWay() {
    assertThat(Askable.objection(Command.of("LRANGE", "k", "00", "-1"))).isPresent();
    assertThat(Askable.objection(Command.of("LRANGE", "k", "0", "+1"))).isPresent();
    assertThat(Askable.objection(Command.of("LRANGE", "k", "-0", "1"))).isPresent();
  }
}
