package dev.crosstalk.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioSyntaxErrorTest {
  private static final String HEADER = "crosstalk 1\ntitle t\n";

  @Test
  void saysFileAndLineAndWhatIsWrongAndWhatIsAccepted() {
    ScenarioSyntaxException refusal = refusal(HEADER + "\n#\n\nclock expire\nsevrer hold");
    assertThat(refusal.file()).isEqualTo("corpus/x.crosstalk");
    assertThat(refusal.line()).isEqualTo(7);
    assertThat(refusal.wrong()).isEqualTo("unknown step 'sevrer'");
    assertThat(refusal.accepted())
        .isEqualTo("a line starts with a lane (A to Z), 'clock', 'schedule' or 'server'");
    assertThat(refusal)
        .hasMessage(
            "corpus/x.crosstalk:7: unknown step 'sevrer'; a line starts with a lane (A to Z),"
                + " 'clock', 'schedule' or 'server'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``              | 1 | the file is empty                      | 'crosstalk 1'
          #               | 2 | the file is empty                      | 'crosstalk 1'
          title t         | 1 | the first line starts with 'title'     | 'crosstalk 1'
          crosstalk 2     | 1 | format '2' is newer than this Crosstalk | 'crosstalk 1'
          crosstalk 99999999999 | 1 | format '99999999999' is newer    | 'crosstalk 1'
          crosstalk       | 1 | unknown format ''                      | 'crosstalk 1'
          crosstalk 1 1   | 1 | unknown format '1 1'                   | 'crosstalk 1'
          crosstalk one   | 1 | unknown format 'one'                   | 'crosstalk 1'
          crosstalk 1     | 2 | no title                               | 'title'
          crosstalk 1/clock expire | 2 | no title                      | 'title'
          crosstalk 1/title t/title t | 3 | header 'title' twice       | stands once
          crosstalk 1/title | 2 | header 'title' is empty              | ""
          crosstalk 1/titel t | 2 | unknown header or step 'titel'     | title, driver, expect
          crosstalk 1/titel t | 2 | unknown header or step 'titel'     | 'clock', 'schedule' or 'server'
          crosstalk 1/"title" t | 2 | the quoted 'title'               | title, driver
          crosstalk 1/title t/clock expire/seed 1 | 4 | header 'seed' after | in line 3
          crosstalk 1/title "t" t | 2 | 't' after the quoted text      | to its end
          crosstalk 1/title "t | 2 | a quote is opened and not closed  | ends
          crosstalk 1/title a\tb | 2 | the character U+0009            | an escape
          crosstalk 1/title a\u2003 | 2 | the character U+2003        | an escape
          crosstalk 1/expect violated | 2 | unknown expectation        | 'INVARIANT violated'
          crosstalk 1/expect "holds" | 2 | unknown expectation         | 'holds' or
          crosstalk 1/expect , violated | 2 | unknown expectation      | 'holds' or
          """)
  void refusesAHeader(String text, int line, String wrong, String accepted) {
    ScenarioSyntaxException refusal = refusal(text.replace('/', '\n'));
    assertThat(refusal.line()).isEqualTo(line);
    assertThat(refusal.wrong()).contains(wrong);
    assertThat(refusal.accepted()).contains(accepted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          lane=1           | unknown setting 'lane'   | protocol, timeout, lanes, database
          lanes=1 lanes=1  | setting 'lanes' twice    | stands once
          lanes            | 'lanes' where a key      | KEY=VALUE
          lanes= 1         | nothing follows 'lanes=' | KEY=VALUE
          lanes=           | nothing follows 'lanes=' | KEY=VALUE
          lanes=,          | ','                      | blanks separate settings
          lanes=1, pool=1  | ', pool' where a key     | KEY=VALUE
          lanes=0          | lanes is '0'             | from 1 to 8
          lanes=9          | lanes is '9'             | from 1 to 8
          lanes=01         | lanes is '01'            | without leading zeros
          lanes=9999999999 | lanes is '9999999999'    | from 1 to 8
          database=16      | database is '16'         | from 0 to 15
          pool=17          | pool is '17'             | from 1 to 16
          protocol=4       | protocol is '4'          | 2, 3
          timeout=60       | timeout is '60'          | from 1ms to 60m
          timeout=1h       | timeout is '1h'          | m, s, ms, us, ns, as in 250ms, 60s, 5m
          timeout=0s       | timeout is '0s'          | from 1ms to 60m
          timeout=61m      | timeout is '61m'         | from 1ms to 60m
          timeout=-1s      | timeout is '-1s'         | from 1ms to 60m
          reconnect=3601s  | reconnect is '3601s'     | from 0s to 60m
          user=alice       | 'user' alone             | both 'user' and 'password'
          name=""          | name is ''             | visible ASCII
          name="a b"       | name is 'a b'            | visible ASCII
          name=\u00e9          | name is                  | visible ASCII
          password=secret  | 'password' alone         | both 'user' and 'password'
          """)
  void refusesASetting(String settings, String wrong, String accepted) {
    ScenarioSyntaxException refusal = refusal(HEADER + "settings " + settings);
    assertThat(refusal.line()).isEqualTo(3);
    assertThat(refusal.wrong()).contains(wrong);
    assertThat(refusal.accepted()).contains(accepted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          A           | the line ends after its first word | 'CALL COMMAND', 'await CALL'
          A hodl      | unknown step 'hodl'      | 'cancel CALL', 'give up on CALL', 'complete CALL with timeout|default', 'interrupt'
          AA A1 GET k | unknown header or step 'AA' | a lane (A to Z), 'clock', 'schedule' or 'server'
          A B1 GET k  | lane A has no call of lane B | the letter of the lane
          A await B1  | lane A has no call of lane B | the letter of the lane
          A A0 GET k  | 'A0' is not a call       | as in A1
          A A10000 GET k | 'A10000' is not a call | from 1 to 9999
          A A1        | the line ends too early  | 'CALL COMMAND'
          A A1 GTE k  | unknown command 'GTE'    | CLIENT ID, CLIENT TRACKING, DEBUG PROTOCOL, EXEC, GET, MULTI, SET
          A A1 get k  | unknown command 'get'    | one of CLIENT ID
          A A1 CLIENT | unknown command 'CLIENT' | one of CLIENT ID
          A A1 CLIENT KILL | unknown command 'CLIENT KILL' | one of CLIENT ID
          A A1 "GET" k | the quoted 'GET' where a plain word belongs | 'CALL COMMAND'
          A A1 GET k,  | ',' after the step's end | 'CALL COMMAND'
          A A1 GET k, at noon | ',' after the step's end | 'CALL COMMAND'
          A A1 GET k, at once x | 'x' after the step's end | 'CALL COMMAND'
          A A1 GET "k | a quote is opened        | ends what
          A A1 GET a"k | '"' inside the word     | quoted as a whole
          A A1 GET a\\n | '\\' inside the word   | quoted as a whole
          A A1 GET "a"b | 'b' right after a closing quote | a blank
          A A1 GET k # note | '#' inside a line  | is quoted
          A A1 GET "\\q" | unknown escape '\\\\q' | \\r \\n \\t
          A A1 GET "\\x80" | unknown escape '\\\\x80' | \\x00 to \\x7f
          A A1 GET "\\u12" | unknown escape      | \\u0000 to \\uffff
          A A1 GET "\\ | unknown escape          | \\r \\n \\t
          A await A1, at once | 'at once' after a step that always settles | 'await CALL'
          A complete A1 with noise | 'noise' completes no call | a 'timeout' or a 'default'
          A interrupt A1 | 'A1' after the step's end | 'interrupt'
          A walk      | the line ends too early  | 'walk away'
          clock tock  | unknown step 'tock'      | 'expire'
          clock expire, at once | 'at once' after a step that always settles | 'expire'
          """)
  void refusesAStepOfALaneOrTheClock(String step, String wrong, String accepted) {
    assertRefusedStep(step, wrong, accepted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          hodl the reply to A1 | unknown step 'hodl' | 'deliver N bytes of the reply to CALL'
          "hold" the reply to A1 | unknown step the quoted 'hold' | 'hold the reply to CALL'
          hold a reply to A1 | 'a' where 'the' belongs | 'hold the reply to CALL'
          hold the reply to A1, at once | a step that always settles | 'hold the reply to CALL'
          deliver 0 bytes of the reply to A1 | the number of bytes is '0' | from 1 to 1048576
          deliver 7 byts of the reply to A1 | 'byts' where 'bytes' belongs | 'deliver N bytes
          tear the reply to A1 | the line ends too early | [, then close|reset]
          tear the reply to A1 somewhere 1 | unknown cut at 'somewhere' | 'inside line end N'
          tear the reply to A1 inside line end | the line ends too early | CALL CUT
          tear the reply to A1 inside line end 0 | the place counted from 1 is '0' | 1 to 999
          tear the reply to A1 2 bytes after its end | 'after' where 'before' belongs | CALL CUT
          tear the reply to A1 after 9999999 bytes | '9999999' | from 0 to 1048576
          tear the reply to A1 after 1 byte, then stop | unknown ending 'stop' | 'close' or 'reset'
          tear the reply to A1 after 1 byte then close | 'then' after the step's end | CALL CUT
          close the connection of a | 'a' is not a lane | a letter from A to Z
          close the connection of A1 | 'A1' is not a lane | a letter from A to Z
          """)
  void refusesAStepOfTheServer(String step, String wrong, String accepted) {
    assertRefusedStep("server " + step, wrong, accepted);
  }

  @Test
  void refusesMoreThanTheBounds() {
    assertThat(refusal("x".repeat(ScenarioReader.CHARS_MAX + 1)).wrong())
        .isEqualTo("the file is too long");
    assertThat(refusal("\n".repeat(ScenarioReader.LINES_MAX + 1)).line())
        .isEqualTo(ScenarioReader.LINES_MAX + 1);
    ScenarioSyntaxException steps =
        refusal(HEADER + "clock expire\n".repeat(Scenario.STEPS_MAX + 1));
    assertThat(steps.wrong()).isEqualTo("too many steps");
    assertThat(steps.line()).isEqualTo(Scenario.STEPS_MAX + 3);
  }

  @Test
  void showsWhatCannotBeSeenAndShortensWhatIsLong() {
    assertThat(refusal("\ufeffcrosstalk 1")).hasMessageContaining("U+FEFF");
    assertThat(refusal(HEADER + "clock " + "tick".repeat(99)).wrong()).hasSizeLessThan(80);
  }

  private static void assertRefusedStep(String step, String wrong, String accepted) {
    ScenarioSyntaxException refusal = refusal(HEADER + step);
    assertThat(refusal.line()).isEqualTo(3);
    assertThat(refusal.wrong()).contains(wrong);
    assertThat(refusal.accepted()).contains(accepted);
  }

  private static ScenarioSyntaxException refusal(String text) {
    return catchThrowableOfType(ScenarioSyntaxException.class, () -> Texts.read(text));
  }
}
