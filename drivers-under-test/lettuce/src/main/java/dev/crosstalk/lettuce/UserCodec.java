package dev.crosstalk.lettuce;

import dev.crosstalk.spi.UserCode;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.nio.ByteBuffer;

/** A user's codec: UTF-8, and failing where the data says so. Runs on an event loop. */
final class UserCodec implements RedisCodec<String, String> {

  @Override
  public ByteBuffer encodeKey(String key) {
    return StringCodec.UTF8.encodeKey(UserCode.encoding(key));
  }

  @Override
  public ByteBuffer encodeValue(String value) {
    return StringCodec.UTF8.encodeValue(UserCode.encoding(value));
  }

  @Override
  public String decodeKey(ByteBuffer bytes) {
    return StringCodec.UTF8.decodeKey(bytes);
  }

  @Override
  public String decodeValue(ByteBuffer bytes) {
    // Looked at without being taken: so it can fail with its bytes unread, too.
    UserCode.beforeDecoding(StringCodec.UTF8.decodeValue(bytes.duplicate()));
    return UserCode.decoding(StringCodec.UTF8.decodeValue(bytes));
  }
}
