package dev.crosstalk.resp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The layout that d2string and fpconv_dtoa of Redis choose. */
class DoubleTextTest {

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "-0.1, -0.1",
    "3.0, 3",
    "-7.0, -7",
    "1234567.5, 1234567.5",
    "1.0E18, 1000000000000000000",
    "4.611686018427387904E18, 4611686018427387904",
    "-4.611686018427387904E18, -4611686018427387904",
    "1.0E19, 1e+19",
    "-1.0E19, -1e+19",
    "1.2345678901234567E19, 12345678901234567000",
    "1.2E22, 1.2e+22",
    "1.23456789012E19, 1.23456789012e+19",
    "1.234567890123E19, 12345678901230000000",
    "1.7976931348623157E308, 1.7976931348623157e+308",
    "4.9E-324, 4.9e-324",
    "1.0E-6, 0.000001",
    "1.0E-7, 1e-7",
    "1.5E-6, 1.5e-6",
    "0.000123456789, 1.23456789e-4",
    "-1.5E-9, -1.5e-9",
    "9.999999999E-4, 9.999999999e-4",
    "0.0012345678, 0.0012345678"
  })
  void laysOutAsRedisDoes(double value, String text) {
    assertThat(DoubleText.of(value)).isEqualTo(text);
    assertThat(DoubleText.read(text)).hasValue(value);
  }
}
