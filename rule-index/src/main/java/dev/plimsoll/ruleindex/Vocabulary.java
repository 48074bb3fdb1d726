package dev.plimsoll.ruleindex;

import java.util.Set;

/** The shared words under which rules are grouped: folders, selectors and headings. */
final class Vocabulary {

  private static final Set<String> GROUPS =
      Set.of(
          "build",
          "cache",
          "databases",
          "development",
          "downloads",
          "encryption",
          "errors",
          "expressions",
          "format",
          "hardening",
          "health",
          "identity",
          "ignores",
          "images",
          "limits",
          "modules",
          "monitoring",
          "naming",
          "network",
          "operations",
          "packages",
          "permissions",
          "references",
          "schemas",
          "scripts",
          "secrets",
          "security",
          "size",
          "storage",
          "syntax",
          "userdata");

  private static final Set<String> LANGUAGES =
      Set.of("dockerfile", "shell", "compose", "terraform", "openapi", "plimsoll");

  private Vocabulary() {}

  static boolean isGroup(String word) {
    return GROUPS.contains(word);
  }

  static boolean isLanguage(String word) {
    return LANGUAGES.contains(word);
  }
}
