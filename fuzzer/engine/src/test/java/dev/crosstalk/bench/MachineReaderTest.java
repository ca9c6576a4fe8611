package dev.crosstalk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineReaderTest {
  @TempDir private Path proc;

  @Test
  void readsWhatLinuxTells() throws IOException {
    Files.writeString(proc.resolve("cpuinfo"), "processor\t: 0\nmodel name\t: A B  C\nx\t: y\n");
    Files.writeString(proc.resolve("meminfo"), "MemTotal:       24683692 kB\nMemFree: 1 kB\n");
    Files.writeString(proc.resolve("loadavg"), "0.10 0.20 0.30 1/146 13894\n");
    var reader = new MachineReader(proc);
    Files.writeString(proc.resolve("loadavg"), "1.10 0.20 0.30 1/146 13894\n");

    Machine machine = reader.read(2);

    assertThat(machine.cpu()).isEqualTo("A B  C");
    assertThat(machine.memoryMebibytes()).isEqualTo(24105);
    assertThat(machine.loadBefore()).isEqualTo("0.10 0.20 0.30");
    assertThat(machine.loadAfter()).isEqualTo("1.10 0.20 0.30");
    assertThat(machine.cores()).isPositive();
  }

  @Test
  void saysSoWhereItIsNotTold() {
    Machine machine = new MachineReader(proc).read(2);

    assertThat(machine.cpu()).isEqualTo("unknown");
    assertThat(machine.memoryMebibytes()).isZero();
    assertThat(machine.loadBefore()).isEqualTo("unknown");
  }

  @Test
  void namesFilesFromTheHomeFolder() {
    assertThat(
            MachineReader.jvmOptions(
                List.of("-javaagent:/home/me/x/a.jar", "-Dcrosstalk.home=/home/me/x", "-Xmx1g"),
                "/home/me/x"))
        .containsExactly("-javaagent:./a.jar", "-Xmx1g");
  }
}
