package dev.crosstalk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BenchJsonTest {
  private static final Speed SPEED = new Speed(1234.56789, 0.5);

  @Test
  void isReadableByOthers() throws JsonProcessingException {
    JsonNode json =
        read(
            report(
                List.of(new CaseRow("a/b", "simulated", 3, SPEED, 10, 11, 1, 2, 3)),
                List.of(
                    new GrowthRow(
                        "a/b",
                        "real",
                        List.of(new GrowthRow.Point(10, SPEED), new GrowthRow.Point(100, SPEED)))),
                Optional.of(new ShrinkRow("c/d", "simulated", 20, 4, 57, 12.5, 9))));

    assertThat(json.get("crosstalk-bench").intValue()).isEqualTo(1);
    assertThat(json.at("/machine/cpu").textValue()).isEqualTo("a \"quoted\\\" \u00b5\n name");
    assertThat(json.at("/machine/jvmOptions/1").textValue()).isEqualTo("-b");
    assertThat(json.get("warmUpMillis").longValue()).isEqualTo(60_000);
    assertThat(json.at("/rawConnect/perSecond").doubleValue()).isEqualTo(1234.568);
    assertThat(json.at("/cases/0/lanes").intValue()).isEqualTo(3);
    assertThat(json.at("/cases/0/speed/cpuMicros").doubleValue()).isEqualTo(0.5);
    assertThat(json.at("/growth/0/points/1/calls").intValue()).isEqualTo(100);
    assertThat(json.at("/shrink/0/millis").doubleValue()).isEqualTo(12.5);
  }

  @Test
  void isReadableWithoutRows() throws JsonProcessingException {
    JsonNode json = read(report(List.of(), List.of(), Optional.empty()));

    assertThat(json.get("cases").isArray()).isTrue();
    assertThat(json.get("shrink").isEmpty()).isTrue();
  }

  private static JsonNode read(BenchReport report) throws JsonProcessingException {
    return JsonMapper.builder().build().readTree(BenchJson.write(report));
  }

  private static BenchReport report(
      List<CaseRow> cases, List<GrowthRow> growth, Optional<ShrinkRow> shrink) {
    return new BenchReport(
        new Machine(
            "now",
            2,
            "a \"quoted\\\" \u00b5\n name",
            1,
            2,
            "k",
            "j",
            List.of("-a", "-b"),
            "0 0 0",
            "1 1 1"),
        2,
        Duration.ofMinutes(1),
        Duration.ofSeconds(5),
        new RawLimit(SPEED, SPEED),
        cases,
        growth,
        shrink);
  }
}
