package dev.plimsoll.run;

import dev.plimsoll.config.CommandLineChoices;
import dev.plimsoll.engine.LintSettings;
import dev.plimsoll.text.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One run as a user asked for it.
 *
 * @param targets as written, relative to the working directory; none with {@code stdin}
 * @param as globs of files that are read under another language's name
 * @param writing whether the fixed files are written
 */
public record CheckRequest(
    Root root,
    List<String> targets,
    Optional<StandardInput> stdin,
    CommandLineChoices choices,
    Map<Language, List<String>> as,
    LintSettings settings,
    Writing writing) {

  /** What happens to fixed files. */
  public enum Writing {
    NO,
    YES
  }

  public CheckRequest {
    targets = List.copyOf(targets);
    as = Map.copyOf(as);
  }
}
