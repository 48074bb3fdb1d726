package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.text.Slice;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A service that is a Redis or one of its kin, and how it is set. Sources: redis.conf as Redis
 * ships it; the READMEs of Redis Stack, Valkey, and of Bitnami's images.
 *
 * @param image its familiar name and its tag
 * @param options what its command line and its variables set, by name, in lower case
 * @param mayHaveMore whether a file of settings, or what is built into its image, may set more
 */
public record RedisServer(
    ComposeService service, String image, Map<String, Setting> options, boolean mayHaveMore) {

  /**
   * What an option is set to.
   *
   * @param text nothing where nobody knows
   */
  public record Setting(Optional<String> text, Slice place) {}

  public RedisServer {
    options = new LinkedHashMap<>(options);
  }

  /** What an option is set to, where that is known. */
  public Optional<Setting> option(String name) {
    Setting setting = options.get(name);
    return setting == null || setting.text().isEmpty() ? Optional.empty() : Optional.of(setting);
  }

  /** What it does where memory is full, where somebody has chosen it. */
  public Optional<Setting> policy() {
    return option("maxmemory-policy");
  }

  /** How much it may hold; nothing where it has no limit, or nobody knows it. */
  public Optional<BigDecimal> maxMemory() {
    Optional<Setting> setting = option("maxmemory");
    Optional<BigDecimal> bytes =
        setting.isEmpty() ? Optional.empty() : bytes(setting.get().text().orElse(""));
    return bytes.isPresent() && bytes.get().signum() > 0 ? bytes : Optional.empty();
  }

  /** Whether it surely has no limit of its own, and evicts nothing. */
  public boolean isUnlimited() {
    Setting setting = options.get("maxmemory");
    return setting == null ? !mayHaveMore : setting.text().isPresent() && maxMemory().isEmpty();
  }

  /** {@code 1k} is 1000, {@code 1kb} is 1024. */
  static Optional<BigDecimal> bytes(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int end = 0;
    while (end < lower.length() && Character.isDigit(lower.charAt(end))) {
      end++;
    }
    if (end == 0 || end > 15) {
      return Optional.empty();
    }
    long factor =
        switch (lower.substring(end)) {
          case "", "b" -> 1L;
          case "k" -> 1_000L;
          case "kb" -> 1L << 10;
          case "m" -> 1_000_000L;
          case "mb" -> 1L << 20;
          case "g" -> 1_000_000_000L;
          case "gb" -> 1L << 30;
          default -> 0L;
        };
    return factor == 0
        ? Optional.empty()
        : Optional.of(new BigDecimal(lower.substring(0, end)).multiply(BigDecimal.valueOf(factor)));
  }
}
