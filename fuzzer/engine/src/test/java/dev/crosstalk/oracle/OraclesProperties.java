package dev.crosstalk.oracle;

import static dev.crosstalk.oracle.Said.answer;
import static dev.crosstalk.oracle.Said.number;
import static dev.crosstalk.oracle.Said.ok;
import static dev.crosstalk.oracle.Said.story;
import static dev.crosstalk.oracle.Said.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OraclesProperties {
  private static final List<Value> VALUES =
      List.of(Said.NIL, text("a"), text("b"), number(1), number(2), Said.items(text("a")));

  /** One call: what the server answered each time it ran, and what the driver said at last. */
  record Exchange(List<Value> sent, Value got) {}

  @Property(tries = 500)
  void anAnswerThatIsNoReplyToItsCallIsToldByMatchedOrByTypedAndNeverByBoth(
      @ForAll("exchanges") List<Exchange> exchanges) {
    var story = story();
    var wrong = new ArrayList<Optional<String>>();
    for (int i = 0; i < exchanges.size(); i++) {
      String label = "A" + (i + 1);
      Exchange exchange = exchanges.get(i);
      story.starts(label, "GET", "k" + label);
      exchange.sent().forEach(value -> story.answers(label, answer(value)));
      story.ends(label, ok(exchange.got()));
      if (!exchange.sent().contains(exchange.got())) {
        wrong.add(Optional.of(label));
      }
    }
    var history = story.history();

    var told = new ArrayList<>(new MatchedOracle().judge(history));
    told.addAll(new TypedOracle().judge(history));

    assertThat(told).extracting(Violation::call).containsExactlyInAnyOrderElementsOf(wrong);
  }

  @Property(tries = 200)
  void aDriverThatAnswersInTurnOrDoesNotKnowIsNeverBlamed(
      @ForAll("outcomes") List<Optional<Outcome>> outcomes) {
    var story = story().opens(1);
    for (int i = 1; i <= outcomes.size(); i++) {
      String label = "A" + i;
      String reply = "k" + label + "#" + i;
      story.starts(label, "GET", "k" + label).answers(label, answer(reply)).sends(1);
      story.ends(label, outcomes.get(i - 1).orElse(ok(reply)));
    }

    assertThat(Oracles.judge(story.history())).isEmpty();
  }

  @Provide
  Arbitrary<List<Exchange>> exchanges() {
    return Combinators.combine(Arbitraries.of(VALUES).list().ofMaxSize(2), Arbitraries.of(VALUES))
        .as(Exchange::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<List<Optional<Outcome>>> outcomes() {
    return Arbitraries.of(Said.UNKNOWN).optional(0.3).list().ofMaxSize(8);
  }
}
