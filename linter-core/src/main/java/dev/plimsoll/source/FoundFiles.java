package dev.plimsoll.source;

import dev.plimsoll.text.Language;
import java.util.List;
import java.util.Optional;

/**
 * What the targets come to; every list in the order of the names.
 *
 * @param files to be analysed, each once
 * @param namedContext files that were named and are no target of their own: an ignore file stands
 *     for the Dockerfiles beside it
 * @param seen how many files were met, whatever their names
 */
public record FoundFiles(
    List<Found> files,
    List<String> namedContext,
    List<Skipped> notAnalysed,
    List<Missing> missing,
    int seen) {

  public FoundFiles {
    files = List.copyOf(files);
    namedContext = List.copyOf(namedContext);
    notAnalysed = List.copyOf(notAnalysed);
    missing = List.copyOf(missing);
  }

  /**
   * @param name canonical: no link in it
   * @param named whether it was a target itself, not only below one
   * @param guessed whether its keys alone tell the language, which may be another tool's dialect
   */
  public record Found(String name, Language language, boolean named, boolean guessed) {

    /** One whose name, or whose user, tells the language. */
    public Found(String name, Language language, boolean named) {
      this(name, language, named, false);
    }
  }

  /** A file that looked as if it were to be analysed, and is not. */
  public record Skipped(String name, String reason, boolean named) {}

  /**
   * A target that does not exist.
   *
   * @param nearest the name that was probably meant
   */
  public record Missing(String name, Optional<String> nearest) {}
}
