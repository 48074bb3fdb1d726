package dev.plimsoll.project;

import dev.plimsoll.model.compose.ByteSize;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads off command lines and variables how much memory a program will take for its heap or its
 * cache. Sources: the documentation of Redis, of the java command, of Node.js, Memcached,
 * PostgreSQL, MySQL, MongoDB, Elasticsearch and Neo4j.
 */
final class MemoryUses {

  private static final BigDecimal MEGABYTE = BigDecimal.valueOf(1L << 20);
  private static final BigDecimal GIGABYTE = BigDecimal.valueOf(1L << 30);

  /** What stands directly before the amount, in the same word. */
  private static final List<String> JOINED =
      List.of(
          "-Xmx", "-XX:MaxHeapSize=", "--innodb-buffer-pool-size=", "--innodb_buffer_pool_size=");

  /** Variables that hold options of a program. */
  private static final List<String> OPTIONS = List.of("OPTS", "OPTIONS", "ARGS", "FLAGS", "JAVA");

  private final List<MemoryUse> uses = new ArrayList<>();

  private MemoryUses() {}

  /** All of them; of one that is given twice the last. */
  static List<MemoryUse> find(
      Map<String, Scalar> environment, List<List<StartWord>> own, List<List<StartWord>> all) {
    MemoryUses found = new MemoryUses();
    for (List<StartWord> command : own.isEmpty() ? all : own) {
      found.among(command);
    }
    for (Map.Entry<String, Scalar> entry : environment.entrySet()) {
      found.variable(entry.getKey().toUpperCase(Locale.ROOT), entry.getValue());
    }
    return found.uses;
  }

  private void variable(String name, Scalar value) {
    if ((name.startsWith("NEO4J_") && name.endsWith("_MEMORY_HEAP_MAX__SIZE"))
        || name.equals("NEO4J_SERVER_MEMORY_PAGECACHE_SIZE")
        || name.equals("MAX_HEAP_SIZE")
        || name.equals("ES_HEAP_SIZE")) {
      Optional<String> text = value.known();
      add(name, new StartWord(text, value.slice()), bytes(text.orElse("")));
      return;
    }
    for (String options : OPTIONS) {
      if (name.contains(options)) {
        among(StartWords.in(value));
        return;
      }
    }
  }

  private void among(List<StartWord> words) {
    boolean isMemcached = false;
    for (int i = 0; i < words.size(); i++) {
      StartWord word = words.get(i);
      isMemcached |= word.program().equals("memcached");
      Optional<StartWord> next =
          i + 1 < words.size() ? Optional.of(words.get(i + 1)) : Optional.empty();
      joined(word);
      byName(word, next);
      if (isMemcached) {
        memcached(word, next);
      }
    }
  }

  private void joined(StartWord word) {
    for (String option : JOINED) {
      if (word.startsWith(option)) {
        StartWord amount = word.from(option.length());
        add(option.replace("=", ""), amount, bytes(amount.text().orElse("")));
      }
    }
    for (String option : List.of("--max-old-space-size=", "--max_old_space_size=")) {
      if (word.startsWith(option)) {
        StartWord amount = word.from(option.length());
        add(option.replace("=", ""), amount, times(amount, MEGABYTE));
      }
    }
    for (String option : List.of("shared_buffers=", "-cshared_buffers=")) {
      if (word.startsWith(option)) {
        StartWord amount = word.from(option.length());
        add("shared_buffers", amount, bytes(amount.text().orElse("")));
      }
    }
    if (word.startsWith("--wiredTigerCacheSizeGB=")) {
      StartWord amount = word.from("--wiredTigerCacheSizeGB=".length());
      add("--wiredTigerCacheSizeGB", amount, times(amount, GIGABYTE));
    }
  }

  private void byName(StartWord word, Optional<StartWord> next) {
    if (next.isEmpty()) {
      return;
    }
    if (word.is("--maxmemory")) {
      add("maxmemory", next.get(), RedisServer.bytes(next.get().text().orElse("")));
    } else if (word.is("--wiredTigerCacheSizeGB")) {
      add("--wiredTigerCacheSizeGB", next.get(), times(next.get(), GIGABYTE));
    } else if (word.is("--max-old-space-size")) {
      add("--max-old-space-size", next.get(), times(next.get(), MEGABYTE));
    }
  }

  private void memcached(StartWord word, Optional<StartWord> next) {
    if (word.is("-m") && next.isPresent()) {
      add("-m", next.get(), times(next.get(), MEGABYTE));
    } else if (word.startsWith("--memory-limit=")) {
      StartWord amount = word.from("--memory-limit=".length());
      add("--memory-limit", amount, times(amount, MEGABYTE));
    }
  }

  private void add(String setting, StartWord amount, Optional<BigDecimal> bytes) {
    for (int i = 0; i < uses.size(); i++) {
      if (uses.get(i).setting().equals(setting)) {
        uses.remove(i);
        break;
      }
    }
    if (bytes.isPresent() && bytes.get().signum() > 0) {
      uses.add(new MemoryUse(setting, amount.text().orElse(""), bytes.get(), amount.place()));
    }
  }

  private static Optional<BigDecimal> bytes(String text) {
    return ByteSize.of(text);
  }

  private static Optional<BigDecimal> times(StartWord amount, BigDecimal unit) {
    Optional<BigDecimal> number = ByteSize.number(amount.text().orElse(""));
    return number.isEmpty() ? number : Optional.of(number.get().multiply(unit));
  }
}
