package dev.crosstalk.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SameTraceTest {
  private static final int RUNS = 1_000;
  private static final int CHANNELS = 3;

  @Test
  void aThousandRunsLeaveOneTrace() {
    Set<List<String>> traces = new HashSet<>();
    for (int run = 0; run < RUNS; run++) {
      traces.add(trace());
    }
    assertThat(traces).hasSize(1);
  }

  private static List<String> trace() {
    var world = new FakeSimulation();
    var loop = new SimulatedLoop(world);
    var journal = new Journal();
    ChannelGroup group = new DefaultChannelGroup(loop);
    for (int i = 0; i < CHANNELS; i++) {
      group.add(connected(world, loop, journal));
    }
    loop.schedule(() -> journal.lines.add("timer"), 1, TimeUnit.MILLISECONDS);
    group.writeAndFlush(Unpooled.copiedBuffer("PING", StandardCharsets.UTF_8));
    world.peers.forEach(peer -> peer.say("+PONG"));
    world.peers.getLast().end(true);
    world.runFor(TimeUnit.SECONDS.toNanos(1));
    var trace = new ArrayList<>(journal.lines);
    group.forEach(channel -> trace.add(channel.toString()));
    trace.add("turns " + world.turns);
    return trace;
  }

  private static Channel connected(FakeSimulation world, SimulatedLoop loop, Journal journal) {
    var connecting =
        new Bootstrap()
            .group(loop)
            .channel(NioSocketChannel.class)
            .handler(journal)
            .connect(new InetSocketAddress("127.0.0.1", 6379));
    world.run();
    return connecting.channel();
  }
}
