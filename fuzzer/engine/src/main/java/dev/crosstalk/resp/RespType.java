package dev.crosstalk.resp;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A type byte, which opens every reply, sorted by what follows it on the wire. */
sealed interface RespType {
  List<RespType> ALL =
      Stream.<RespType[]>of(LineType.values(), BulkType.values(), AggregateType.values())
          .flatMap(Stream::of)
          .toList();

  List<Optional<RespType>> BY_BYTE =
      IntStream.range(0, 256)
          .mapToObj(b -> ALL.stream().filter(type -> type.mark() == b).findFirst())
          .toList();

  /** The type byte, always ASCII. */
  char mark();

  static Optional<RespType> of(byte mark) {
    return BY_BYTE.get(Byte.toUnsignedInt(mark));
  }

  /** The value is the rest of the line. */
  enum LineType implements RespType {
    SIMPLE_STRING('+'),
    SIMPLE_ERROR('-'),
    INTEGER(':'),
    NULL('_'),
    BOOL('#'),
    DOUBLE(','),
    BIG_NUMBER('(');

    private final char mark;

    LineType(char mark) {
      this.mark = mark;
    }

    @Override
    public char mark() {
      return mark;
    }

    boolean isText() {
      return this == SIMPLE_STRING || this == SIMPLE_ERROR;
    }
  }

  /** The line announces how many bytes follow, which a line end closes. */
  enum BulkType implements RespType {
    BULK('$'),
    BULK_ERROR('!'),
    VERBATIM('=');

    private final char mark;

    BulkType(char mark) {
      this.mark = mark;
    }

    @Override
    public char mark() {
      return mark;
    }
  }

  /** The line announces how many values, or entries of two values each, follow. */
  enum AggregateType implements RespType {
    ARRAY('*', 1),
    SET('~', 1),
    PUSH('>', 1),
    MAP('%', 2),
    ATTRIBUTE('|', 2);

    private final char mark;
    private final int valuesPerEntry;

    AggregateType(char mark, int valuesPerEntry) {
      this.mark = mark;
      this.valuesPerEntry = valuesPerEntry;
    }

    @Override
    public char mark() {
      return mark;
    }

    int valuesPerEntry() {
      return valuesPerEntry;
    }

    /** How many values follow a header that announces {@code count}; attributes have one more. */
    long valuesAfter(long count) {
      return valuesPerEntry * count + (this == ATTRIBUTE ? 1 : 0);
    }
  }
}
