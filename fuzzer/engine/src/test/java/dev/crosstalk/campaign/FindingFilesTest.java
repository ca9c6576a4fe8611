package dev.crosstalk.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosstalk.corpus.ScenarioFiles;
import dev.crosstalk.history.HistoryJson;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingFilesTest {
  @TempDir private Path folder;

  @Test
  void namesAFileByTargetInvariantAndNumber() {
    assertThat(FindingFiles.file(folder, "jedis/raw", "in-time", 3))
        .isEqualTo(folder.resolve("jedis-raw-in-time-3.crosstalk"));
  }

  @Test
  void neverNamesAFileThatIsThere() throws Exception {
    Files.createFile(folder.resolve("jedis-raw-matched-1.crosstalk"));
    Files.createFile(folder.resolve("jedis-raw-matched-2.crosstalk"));

    assertThat(FindingFiles.file(folder, "jedis/raw", "matched", 1))
        .isEqualTo(folder.resolve("jedis-raw-matched-3.crosstalk"));
  }

  @Test
  void putsTheHistoryBesideTheScenario() {
    assertThat(FindingFiles.historyOf(folder.resolve("a-1.crosstalk")))
        .isEqualTo(folder.resolve("a-1.history.json"));
    assertThat(FindingFiles.historyOf(folder.resolve("a.txt")))
        .isEqualTo(folder.resolve("a.txt.history.json"));
  }

  @Test
  void keepsWhatDidNotRepeatApart() throws Exception {
    Path file = folder.resolve("a-1.crosstalk");
    Path first = FindingFiles.unconfirmed(file);
    assertThat(first).isEqualTo(folder.resolve("unconfirmed/a-1.crosstalk"));

    Files.createDirectories(first.getParent());
    Files.createFile(first);

    Path second = FindingFiles.unconfirmed(file);
    assertThat(second).isEqualTo(folder.resolve("unconfirmed/a-1-2.crosstalk"));
    Files.createFile(second);
    assertThat(FindingFiles.unconfirmed(file))
        .isEqualTo(folder.resolve("unconfirmed/a-1-3.crosstalk"));
  }

  @Test
  void savesScenarioAndHistoryAndNothingElse() throws Exception {
    Finding finding = at(folder.resolve("new/folder/f-1.crosstalk"));

    FindingFiles.save(finding);

    assertThat(ScenarioFiles.read(finding.file())).isEqualTo(finding.scenario());
    String history = Files.readString(FindingFiles.historyOf(finding.file()));
    assertThat(HistoryJson.read(history)).isEqualTo(finding.history());
    assertThat(finding.file().getParent().toFile().list()).hasSize(2);
  }

  @Test
  void replacesAnOlderFinding() throws Exception {
    Finding finding = at(folder.resolve("f-1.crosstalk"));
    Files.writeString(finding.file(), "older");

    FindingFiles.save(finding);

    assertThat(ScenarioFiles.read(finding.file())).isEqualTo(finding.scenario());
  }

  @Test
  void saysWhichFindingCannotBeSaved() throws Exception {
    Path noFolder = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> FindingFiles.save(at(noFolder.resolve("f-1.crosstalk"))))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("f-1.crosstalk");
  }

  private static Finding at(Path file) {
    Finding finding = SymptomsTest.finding();
    return new Finding(
        finding.subject(),
        finding.violations(),
        finding.scenario(),
        finding.history(),
        finding.hitRate(),
        finding.overTcp(),
        finding.stepsBefore(),
        finding.replays(),
        finding.repeats(),
        finding.after(),
        file);
  }
}
