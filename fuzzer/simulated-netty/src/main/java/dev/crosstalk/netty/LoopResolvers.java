package dev.crosstalk.netty;

import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.DefaultNameResolver;
import io.netty.util.concurrent.EventExecutor;
import java.net.InetSocketAddress;

/**
 * The JDK's resolvers for the loops of one client. Netty's own group of them is one for the whole
 * process and keeps a resolver for each loop until that ends, which a simulated one need not.
 */
public final class LoopResolvers extends AddressResolverGroup<InetSocketAddress> {
  @Override
  protected AddressResolver<InetSocketAddress> newResolver(EventExecutor loop) {
    return new DefaultNameResolver(loop).asAddressResolver();
  }
}
