package dev.plimsoll.parse.dockerfile;

import dev.plimsoll.parse.dockerfile.tree.Flag;
import dev.plimsoll.text.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The flags that each instruction takes, and what is wrong with the flags of one. Source: BuildKit,
 * {@code instructions/parse.go} and {@code instructions/bflag.go}, 0.34.
 */
enum FlagKind {
  /** Takes a value, once. */
  TEXT,
  /** Takes true, false or nothing, once. */
  SWITCH,
  /** Takes a value, as often as one likes. */
  TEXTS;

  private static final Map<String, Map<String, FlagKind>> TABLE =
      Map.of(
          "FROM", Map.of("platform", TEXT),
          "RUN", Map.of("mount", TEXTS, "network", TEXT, "security", TEXT, "device", TEXTS),
          "COPY",
              Map.of(
                  "from", TEXT, "chown", TEXT, "chmod", TEXT, "link", SWITCH, "parents", SWITCH,
                  "exclude", TEXTS),
          "ADD",
              Map.of(
                  "chown",
                  TEXT,
                  "chmod",
                  TEXT,
                  "link",
                  SWITCH,
                  "keep-git-dir",
                  SWITCH,
                  "checksum",
                  TEXT,
                  "unpack",
                  SWITCH,
                  "exclude",
                  TEXTS),
          "HEALTHCHECK",
              Map.of(
                  "interval",
                  TEXT,
                  "timeout",
                  TEXT,
                  "start-period",
                  TEXT,
                  "start-interval",
                  TEXT,
                  "retries",
                  TEXT));

  /** A flag that is refused, and why. */
  record Fault(Flag flag, String message) {}

  /** The first fault of an instruction's flags; the builder looks at no later one either. */
  static Optional<Fault> firstFault(String instruction, List<Flag> flags) {
    if (flags.isEmpty() || instruction.equals("ARG") || instruction.equals("STOPSIGNAL")) {
      return Optional.empty(); // the builder drops the flags of these two without a look
    }
    Map<String, FlagKind> known = TABLE.getOrDefault(instruction, Map.of());
    List<String> seen = new ArrayList<>();
    for (Flag flag : flags) {
      Optional<String> message = fault(instruction, flag, known, seen);
      if (message.isPresent()) {
        return Optional.of(new Fault(flag, message.get()));
      }
      seen.add(flag.name().text());
    }
    return Optional.empty();
  }

  private static Optional<String> fault(
      String instruction, Flag flag, Map<String, FlagKind> known, List<String> seen) {
    String name = flag.name().text();
    FlagKind kind = known.get(name);
    if (kind == null) {
      return Optional.of(unknown(instruction, name, known));
    }
    if (kind != TEXTS && seen.contains(name)) {
      return Optional.of("--" + name + " is given twice: keep one");
    }
    if (kind != SWITCH) {
      return flag.value().isPresent()
          ? Optional.empty()
          : Optional.of("--" + name + " needs a value: write --" + name + "=…");
    }
    String value = flag.value().isPresent() ? flag.value().get().text() : "true";
    boolean isSwitch =
        switch (value.toLowerCase(Locale.ROOT)) {
          case "true", "false" -> true;
          default -> false;
        };
    return isSwitch ? Optional.empty() : Optional.of("--" + name + " takes true or false");
  }

  private static String unknown(String instruction, String name, Map<String, FlagKind> known) {
    if (known.isEmpty()) {
      return instruction + " takes no flags";
    }
    Optional<String> nearest = NearestName.of(name, new TreeSet<>(known.keySet()));
    return "unknown flag for "
        + instruction
        + nearest.map(near -> ": did you mean --" + near + "?").orElse("");
  }
}
