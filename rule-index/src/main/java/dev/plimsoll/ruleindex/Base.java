package dev.plimsoll.ruleindex;

import java.util.Optional;

/** The base classes of rules: each has a table of its own. */
enum Base {
  DOCKERFILE("DockerfileRule", "dockerfile"),
  SHELL("ShellRule", "shell"),
  COMPOSE("ComposeRule", "compose"),
  OPENAPI("OpenApiRule", "openApi"),
  PROJECT("ProjectRule", "project"),
  IGNORE("IgnoreRule", "ignores");

  private final String className;
  private final String method;

  Base(String className, String method) {
    this.className = className;
    this.method = method;
  }

  /** The simple name of the class in the rule API. */
  String className() {
    return className;
  }

  /** The method of the index that gives its table. */
  String method() {
    return method;
  }

  static Optional<Base> of(String qualifiedName) {
    for (Base base : values()) {
      if (qualifiedName.equals("dev.plimsoll.rule." + base.className)) {
        return Optional.of(base);
      }
    }
    return Optional.empty();
  }
}
