package dev.crosstalk.resp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosstalk.resp.RespValue.Array;
import dev.crosstalk.resp.RespValue.DoubleValue;
import dev.crosstalk.resp.RespValue.Int;
import dev.crosstalk.resp.RespValue.Null;
import dev.crosstalk.resp.RespValue.NullArray;
import dev.crosstalk.resp.RespValue.NullBulk;
import dev.crosstalk.resp.RespValue.SimpleError;
import dev.crosstalk.resp.RespValue.SimpleString;
import dev.crosstalk.resp.RespValue.VerbatimString;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RespValueTest {

  @ParameterizedTest
  @ValueSource(strings = {"a\rb", "a\nb", "\ud800", "x\udfff", "\udc00\ud83d"})
  void refusesTextThatIsNotOneLine(String text) {
    assertThatThrownBy(() -> new SimpleString(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("accepted: text without CR, LF and unpaired surrogates");
    assertThatThrownBy(() -> new SimpleError(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void acceptsTextAroundTheSurrogates() {
    String text = "\ud7ff\ue000\ud83d\ude00\uffff";
    assertThat(new SimpleString(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "tx", "text", "tx\u0100"})
  void refusesFormatsThatAreNotThreeBytes(String format) {
    assertThatThrownBy(() -> new VerbatimString(format, Bytes.EMPTY))
        .hasMessage("format \"" + format + "\", accepted: three characters up to U+00FF");
  }

  @Test
  void copiesItsElements() {
    List<RespValue> elements = new ArrayList<>(List.of(new Int(1)));
    Array array = new Array(elements);
    elements.clear();
    assertThat(array.elements()).containsExactly(new Int(1));
  }

  @Test
  void tellsNullsAndZerosApart() {
    assertThat(List.of(new NullBulk(), new NullArray(), new Null())).doesNotHaveDuplicates();
    assertThat(new DoubleValue(0.0)).isNotEqualTo(new DoubleValue(-0.0));
    assertThat(new DoubleValue(Double.NaN)).isEqualTo(new DoubleValue(0.0 / 0.0));
  }
}
