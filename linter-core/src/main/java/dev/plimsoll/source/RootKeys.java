package dev.plimsoll.source;

import dev.plimsoll.text.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Tells the language of a YAML or JSON file whose name tells none by the keys at its root. */
final class RootKeys {

  private static final long LARGEST_COMPOSE = 1 << 20;
  private static final long LARGEST_READ = 100_000_000; // to say that a document is too large

  private RootKeys() {}

  /** Whether a file is named as YAML or JSON. */
  static boolean canTell(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".yml") || lower.endsWith(".yaml") || lower.endsWith(".json");
  }

  /** The language; nothing for a file that is of none of these, or cannot be read. */
  static Optional<Language> language(Workspace workspace, String name) {
    if (!canTell(name)) {
      return Optional.empty();
    }
    boolean isYaml = !name.toLowerCase(Locale.ROOT).endsWith(".json");
    long size = workspace.size(name);
    if (size > LARGEST_READ) {
      return Optional.empty();
    }
    try {
      byte[] bytes = workspace.read(name).view();
      if (OpenApiRoot.isIn(bytes)) {
        return Optional.of(Language.OPENAPI);
      }
      return isYaml
              && size <= LARGEST_COMPOSE
              && ComposeRoot.isIn(new String(bytes, StandardCharsets.UTF_8))
          ? Optional.of(Language.COMPOSE)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
