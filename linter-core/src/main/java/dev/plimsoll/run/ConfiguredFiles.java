package dev.plimsoll.run;

import dev.plimsoll.config.Configurations;
import dev.plimsoll.source.FileChoice;
import dev.plimsoll.source.Glob;
import dev.plimsoll.text.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What configuration and command line say about the files of a walk.
 *
 * @param as globs of the command line for each language
 */
record ConfiguredFiles(Configurations configurations, Map<Language, List<String>> as)
    implements FileChoice {

  @Override
  public boolean excludes(String name) {
    return configurations.excludes(name);
  }

  @Override
  public Optional<Language> language(String name) {
    for (Map.Entry<Language, List<String>> entry : as.entrySet()) {
      for (String glob : entry.getValue()) {
        if (Glob.of(glob).matches(name)) {
          return Optional.of(entry.getKey());
        }
      }
    }
    return configurations.languageOf(name);
  }
}
