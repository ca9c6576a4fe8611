package dev.crosstalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.report.Ink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path folder;

  @Test
  void listsCommandsAndStatusesWhenAskedForHelp() {
    assertThat(run("help")).isZero();
    assertThat(text(out)).contains("fuzz", "replay", "drivers", "bench", "130   interrupted");
    assertThat(text(err)).isEmpty();
  }

  @Test
  void helpsWithOneCommand() {
    assertThat(run("help", "fuzz")).isZero();
    assertThat(text(out))
        .contains("--budget=TIME", "--cases=N", "--driver=NAME[@VERSION][/VARIANT]");
  }

  @Test
  void saysItsVersion() {
    assertThat(run("--version")).isZero();
    assertThat(text(out)).startsWith("crosstalk ");
  }

  @Test
  void refusesAMissingOrUnknownCommand() {
    assertUsage("Missing command; the commands are ", new String[0]);
    assertUsage("'fuz'; the commands are ", "fuz");
  }

  @Test
  void refusesAnUnknownOptionAndListsThoseThereAre() {
    assertUsage(
        "Unknown option: '--bugdet'; fuzz takes --driver, --with, --budget, --cases, --seed,"
            + " --world, --workers, --out",
        "fuzz",
        "--bugdet");
  }

  @Test
  void refusesAnOptionWithoutItsValueOrTwice() {
    assertUsage("--seed", "fuzz", "--seed");
    assertUsage("option '--seed'", "fuzz", "--seed", "1", "--seed", "2");
  }

  @Test
  void refusesBudgetAndCasesAtOnce() {
    assertUsage("--budget, --cases: there are both", "fuzz", "--budget", "1s", "--cases", "1");
  }

  @Test
  void refusesASeedThatIsNone() {
    assertUsage("--seed: '-1' is no such number; it takes a whole", "fuzz", "--seed", "-1");
    assertUsage("--seed: 'x' is no such number", "fuzz", "--seed=x");
    assertUsage(
        "--seed: 9999999999999999999 is out of range", "fuzz", "--seed=9999999999999999999");
  }

  @Test
  void refusesAnOutFolderThatIsAFile() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertUsage("--out: " + file + " is no folder", "fuzz", "--out", file + "/x");
  }

  @Test
  void saysWhereItLookedForDrivers() {
    assertUsage("no driver is built in " + folder.resolve("drivers-under-test"), "fuzz");
    assertUsage("no driver is built in ", "drivers");
  }

  @Test
  void refusesAReplayWithoutAFile() {
    assertUsage("Missing required parameter: 'FILE'", "replay");
    assertUsage("nope.crosstalk: there is no such file; replay takes", "replay", "nope.crosstalk");
    assertUsage(folder + ": that is no file", "replay", folder.toString());
  }

  @Test
  void refusesRunsOutOfRange() throws IOException {
    String file = scenario("").toString();

    assertUsage(
        "--runs: 0 is out of range; it takes a whole number from 1 to 1000000",
        "replay",
        file,
        "--runs",
        "0");
    assertUsage("--runs: 1000001 is out of range", "replay", file, "--runs=1000001");
  }

  @Test
  void refusesSchedulesThatAreNoNumberOrOutOfRange() throws IOException {
    FolderDriver.build(folder);
    String file = scenario("driver    folder/real\n").toString();

    assertUsage(
        "--schedules: 0 is out of range; it takes a whole number from 1 to 100000",
        "replay",
        file,
        "--schedules=0");
    assertUsage("--schedules: 100001 is out of range", "replay", file, "--schedules=100001");
    assertUsage("--schedules: 'x' is no such number", "replay", file, "--schedules", "x");
    assertUsage("--schedules: '-1' is no such number", "replay", file, "--schedules", "-1");
  }

  @Test
  void refusesAWorldThatThereIsNot() throws IOException {
    FolderDriver.build(folder);
    String file = scenario("driver    folder/real\n").toString();

    assertUsage(
        "--world: 'mars' is no world; it is one of simulated, fired, real",
        "fuzz",
        "--driver=folder",
        "--out=" + folder.resolve("out"),
        "--world",
        "mars");
    assertUsage("--world: 'mars' is no world", "replay", file, "--world=real,mars");
    assertUsage("--world: 'mars' is no world", "replay", file, "--schedules=5", "--world=mars");
  }

  @Test
  void refusesAWorldThatADriverHasNot() throws IOException {
    FolderDriver.build(folder);
    String file = scenario("driver    folder/real\n").toString();

    assertUsage(
        "--world: folder/real has no fired world; it has real;"
            + " several may be named, as in --world simulated,real",
        "replay",
        file,
        "--world=fired");
    assertUsage(
        "--world: folder/real has no fired world",
        "fuzz",
        "--driver=folder/everywhere",
        "--driver=folder/real",
        "--out=" + folder.resolve("out"),
        "--world=fired");
  }

  @Test
  void refusesAHistoryFileThatCannotBeWritten() throws IOException {
    String file = scenario("").toString();

    assertUsage(
        "--save-history: " + folder + "/no/x.json cannot be written",
        "replay",
        file,
        "--save-history",
        folder + "/no/x.json");
  }

  @Test
  void namesFileAndLineOfWhatIsNoScenario() throws IOException {
    Path file = scenario("sevrer stall\n");

    assertUsage(file + ":3: unknown header or step 'sevrer'", "replay", file.toString());
  }

  @Test
  void refusesAnInvariantThatThereIsNot() throws IOException {
    Path file = scenario("expect typo violated\n");

    assertUsage(
        file + ": header 'expect': there is no invariant 'typo'; there are matched, ",
        "replay",
        file.toString());
  }

  @Test
  void refusesAReplayAgainstNoDriver() throws IOException {
    Path file = scenario("");

    assertUsage(file + ": it names no driver; say which by --driver", "replay", file.toString());
  }

  @Test
  void refusesABenchOfNothing() {
    assertUsage("--seconds: 0 is out of range; it takes a whole", "bench", "--seconds", "0");
    assertUsage("--warm-up: 'x' is no such number", "bench", "--warm-up", "x");
    assertUsage("--lanes: 9 is out of range; it takes a whole", "bench", "--lanes", "1,9");
    assertUsage("--lanes: '' is no such number", "bench", "--lanes", "1,");
    assertUsage(
        "--rewriting: 'monitors' is no such mode;"
            + " it takes one or more of jdk-monitors, world-monitors",
        "bench",
        "--rewriting=jdk-monitors,monitors");
    assertUsage(
        "--world: 'moon' is no world; it is one of simulated, fired, real",
        "bench",
        "--world",
        "real,moon");
    assertUsage("no driver is built in ", "bench");
  }

  @Test
  void refusesWorkersThatAreNone() {
    String accepted = "--workers: 0 is out of range; it takes a whole number from 1 to 256";
    assertUsage(accepted, "fuzz", "--workers", "0");
    assertUsage(accepted, "exhaust", "--steps=1", "--workers", "0");
    assertUsage(accepted, "bench", "--workers", "0");
    assertUsage("--workers: 'x' is no such number", "fuzz", "--workers=x");
  }

  @Test
  void neverPrintsControlCharactersOfItsInput() {
    assertUsage("is no duration", "fuzz", "--budget", "\u001b[31m\u202e");
    assertThat(text(err)).doesNotContain("\u001b", "\u202e");
  }

  private Path scenario(String more) throws IOException {
    return Files.writeString(
        folder.resolve("x.crosstalk"), "crosstalk 1\ntitle     sample\n" + more);
  }

  private void assertUsage(String message, String... arguments) {
    err.reset();
    assertThat(run(arguments)).isEqualTo(2);
    assertThat(text(err)).startsWith("crosstalk: ").contains(message);
    assertThat(text(out)).isEmpty();
  }

  private int run(String... arguments) {
    var console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            new Terminal(false, Ink.PLAIN));
    return Main.run(console, new Home(folder), arguments);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
