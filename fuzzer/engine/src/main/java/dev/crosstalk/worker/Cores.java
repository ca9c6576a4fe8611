package dev.crosstalk.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which processors there are for workers, one each. A worker that stays on one needs nothing from
 * the others: the two ends of a connection over TCP wake each other there ten times cheaper.
 */
public final class Cores {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Pattern ALLOWED = Pattern.compile("(?m)^Cpus_allowed_list:\\s*([0-9,-]+)$");

  private Cores() {}

  /**
   * A processor for each of some workers, dealt out again when there are more workers.
   *
   * @param workers how many
   * @return empty for each where the system does not say which there are
   */
  public static List<OptionalInt> forWorkers(int workers) {
    List<Integer> allowed = allowed();
    var cores = new ArrayList<OptionalInt>();
    for (int i = 0; i < workers; i++) {
      cores.add(
          allowed.isEmpty()
              ? OptionalInt.empty()
              : OptionalInt.of(allowed.get(i % allowed.size())));
    }
    return cores;
  }

  private static List<Integer> allowed() {
    try {
      Matcher matcher = ALLOWED.matcher(Files.readString(STATUS));
      return matcher.find() ? parse(matcher.group(1)) : List.of();
    } catch (IOException notLinux) {
      return List.of();
    }
  }

  /** The numbers of {@code 0-2,5}. */
  static List<Integer> parse(String list) {
    var numbers = new ArrayList<Integer>();
    for (String range : list.split(",")) {
      String[] ends = range.split("-");
      int last = Integer.parseInt(ends[ends.length - 1]);
      for (int number = Integer.parseInt(ends[0]); number <= last; number++) {
        numbers.add(number);
      }
    }
    return numbers;
  }
}
