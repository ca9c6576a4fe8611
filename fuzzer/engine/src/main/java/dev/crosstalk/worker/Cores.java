package dev.crosstalk.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The processors that a worker has to itself. What stays on one needs nothing from the others: the
 * two ends of a connection over TCP wake each other there ten times cheaper.
 *
 * @param count how many; 1 or more
 * @param numbers which, as the kernel calls them; empty when it may run anywhere
 */
public record Cores(int count, List<Integer> numbers) {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Pattern ALLOWED = Pattern.compile("(?m)^Cpus_allowed_list:\\s*([0-9,-]+)$");

  public Cores {
    numbers = List.copyOf(numbers);
  }

  /**
   * Deals the processors out among workers, evenly; when there are more workers, some share one.
   *
   * @return as many as there are workers
   */
  public static List<Cores> among(int workers) {
    int all = Runtime.getRuntime().availableProcessors();
    List<Integer> allowed = allowed();
    // A process may use less than it sees: then nothing says which.
    return dealt(workers, all, allowed.size() == all ? allowed : List.of());
  }

  static List<Cores> dealt(int workers, int all, List<Integer> allowed) {
    var dealt = new ArrayList<Cores>();
    for (int worker = 0; worker < workers; worker++) {
      var own = new ArrayList<Integer>();
      for (int core = worker % all; core < all; core += workers) {
        own.add(core);
      }
      boolean anywhere = allowed.isEmpty() || own.size() == all;
      dealt.add(
          new Cores(own.size(), anywhere ? List.of() : own.stream().map(allowed::get).toList()));
    }
    return dealt;
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

  /** {@code 0,2,5}, as taskset takes it. */
  String list() {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
