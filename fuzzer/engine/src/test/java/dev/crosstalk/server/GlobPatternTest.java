package dev.crosstalk.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobPatternTest {

  @ParameterizedTest
  @CsvSource({
    "a,a,true",
    "a,b,false",
    "a,ab,false",
    "*,abc,true",
    "*,'',false",
    "a*c,abbc,true",
    "a*c,abb,false",
    "**b,ab,true",
    "?,a,true",
    "?,'',false",
    "a?,a,false",
    "[ab]x,bx,true",
    "[^ab]x,bx,false",
    "[^ab]x,cx,true",
    "[a-c],b,true",
    "[c-a],b,true",
    "[a-c],d,false",
    "\\*,*,true",
    "\\*,a,false",
    "[\\]],],true",
    "[ab,b,true",
    "[,a,false",
    "a[,a,false",
    "é?,éa,true"
  })
  void matchesAsRedisDoes(String pattern, String text, boolean matches) {
    assertThat(GlobPattern.matches(pattern, text)).isEqualTo(matches);
  }
}
