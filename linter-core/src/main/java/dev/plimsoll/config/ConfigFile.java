package dev.plimsoll.config;

import dev.plimsoll.policy.Policy;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Language;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One {@code plimsoll.yaml}, understood; filled by its reader and by nobody else. */
final class ConfigFile {

  /** A key and its value as they are written, for {@code config show}. */
  record Written(String name, String value, Slice origin) {}

  /**
   * What holds for some files only.
   *
   * @param within addresses to which its {@code ignore} is bound; empty for the whole file
   */
  record PathOverride(FilePatterns files, List<Anchor> within, Layer layer, List<Written> written) {
    PathOverride {
      within = List.copyOf(within);
      written = List.copyOf(written);
    }
  }

  final String name;
  final Map<Language, FilePatterns> files = new EnumMap<>(Language.class);
  final List<PathOverride> overrides = new ArrayList<>();
  final List<Policy> policies = new ArrayList<>();
  final List<Written> written = new ArrayList<>();
  Optional<Profile> profile = Optional.empty();
  Optional<Severity> failOn = Optional.empty();
  FilePatterns exclude = FilePatterns.NONE;
  String errorModel = RulePlan.PROBLEM;
  Layer layer = new Layer(new Selection(), List.of());

  RuleCatalogue catalogue;

  /**
   * A file that says nothing.
   *
   * @param catalogue the rules that it may speak of, its own policies among them once they are read
   */
  ConfigFile(String name, RuleCatalogue catalogue) {
    this.name = name;
    this.catalogue = catalogue;
  }
}
