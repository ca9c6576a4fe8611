package dev.crosstalk.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ScenarioTextProperties {

  /** Puts {@code with} in the place of {@code length} characters. */
  record Edit(int at, int length, String with) {
    String of(String text) {
      int start = Math.floorMod(at, text.length() + 1);
      int end = Math.min(start + length, text.length());
      return text.substring(0, start) + with + text.substring(end);
    }
  }

  @Provide
  Arbitrary<ScenarioFile> files() {
    return ScenarioArbitraries.files();
  }

  @Provide
  Arbitrary<Step> steps() {
    return ScenarioArbitraries.steps();
  }

  @Provide
  Arbitrary<String> lines() {
    Arbitrary<String> words =
        Arbitraries.of(
            "crosstalk",
            "1",
            "2",
            "title",
            "expect",
            "settings",
            "lanes=",
            "timeout=5m",
            "A",
            "A1",
            "GET",
            "CLIENT",
            "clock",
            "server",
            "tear",
            "the reply to",
            "after",
            "3",
            "bytes",
            ",",
            "then",
            "at once",
            "\n",
            "\r\n",
            "\"",
            "\\x",
            "#");
    return Arbitraries.oneOf(words, ScenarioArbitraries.text())
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join(" ", parts));
  }

  @Provide
  Arbitrary<List<Edit>> edits() {
    Arbitrary<String> with =
        Arbitraries.oneOf(
            ScenarioArbitraries.text(),
            Arbitraries.of("", "\n", "\r\n", " ", ",", "\"", "\\", "9", "server ", "A ", "title "));
    return Combinators.combine(Arbitraries.integers(), Arbitraries.integers().between(0, 12), with)
        .as(Edit::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  @Property
  void readsBackWhatItWrites(@ForAll("files") ScenarioFile file) {
    String text = ScenarioWriter.write(file);
    assertThat(Texts.read(text)).isEqualTo(file);
    assertThat(Texts.read(text.replace("\n", "\r\n"))).isEqualTo(file);
  }

  @Property
  void writesEachStepOnALineThatCanBeSeen(@ForAll("steps") Step step) {
    String text = StepText.of(step);
    assertThat(text.codePoints()).allMatch(WordText::isVisible);
    assertThat(Texts.readStep(text)).isEqualTo(step);
    assertThat(StepText.of(step.atOnce(true)).endsWith(", at once"))
        .isEqualTo(step.atOnce(true).atOnce());
  }

  @Property
  void refusesAnyTextInItsOwnWay(@ForAll String text) {
    assertReadOrRefused(text);
    assertReadOrRefused("crosstalk 1\ntitle t\n" + text);
    assertReadOrRefused("crosstalk 1\ntitle " + text);
    assertReadOrRefused("crosstalk 1\ntitle t\nA A1 SET " + text);
  }

  @Property
  void refusesItsOwnWordsInDisorderInItsOwnWay(@ForAll("lines") String text) {
    assertReadOrRefused(text);
    assertReadOrRefused("crosstalk 1\ntitle t\n" + text);
  }

  @Property
  void refusesAnEditedFileOrReadsWhatItSaysNow(
      @ForAll("files") ScenarioFile file, @ForAll("edits") List<Edit> edits) {
    String text = ScenarioWriter.write(file);
    for (Edit edit : edits) {
      text = edit.of(text);
    }
    assertReadOrRefused(text);
  }

  private static void assertReadOrRefused(String text) {
    try {
      ScenarioFile read = Texts.read(text);
      assertThat(Texts.read(ScenarioWriter.write(read))).isEqualTo(read);
    } catch (ScenarioSyntaxException refusal) {
      assertThat(refusal.file()).isEqualTo(Texts.FILE);
      assertThat(refusal.line()).isBetween(1, text.split("\n", -1).length + 1);
      assertThat(refusal.wrong()).isNotBlank().hasSizeLessThan(400);
      assertThat(refusal.accepted()).isNotBlank();
      assertThat(refusal.getMessage().codePoints()).allMatch(WordText::isVisible);
    }
  }
}
