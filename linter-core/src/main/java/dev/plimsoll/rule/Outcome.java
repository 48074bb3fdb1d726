package dev.plimsoll.rule;

import dev.plimsoll.fix.NewFile;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run gives back; reports need nothing else. All lists are in the order of file, place and
 * rule id, whatever the number of threads.
 *
 * @param findings what stands in the texts as written
 * @param suppressed what a comment hides; it never counts
 * @param fixed what was mended, with places in the texts as read
 * @param texts the files that a finding, a fix or a related place lies in
 * @param created new files that the fixes bring
 * @param files how many files were analysed
 * @param rules how many rules were chosen for at least one of them
 */
public record Outcome(
    List<Diagnostic> findings,
    List<Diagnostic> suppressed,
    List<Diagnostic> fixed,
    List<NotAnalysed> notAnalysed,
    List<ToolFailure> failures,
    SortedMap<String, FileText> texts,
    List<NewFile> created,
    int files,
    int rules) {

  public Outcome {
    findings = List.copyOf(findings);
    suppressed = List.copyOf(suppressed);
    fixed = List.copyOf(fixed);
    notAnalysed = List.copyOf(notAnalysed);
    failures = List.copyOf(failures);
    texts = new TreeMap<>(texts);
    created = List.copyOf(created);
  }

  /**
   * A file that was not looked at, or not wholly.
   *
   * @param named whether the user named this very path: then the exit status is 2
   */
  public record NotAnalysed(String file, String reason, boolean named) {}

  /** A rule that failed on a file; the others went on. The message holds no text of the file. */
  public record ToolFailure(String rule, String file, String message) {}

  /**
   * A file before and after the fixes.
   *
   * @param written the text after the fixes; the same object where nothing changed
   * @param readMasks ranges of {@code read} that hold secrets, in order
   * @param writtenMasks the same for {@code written}
   */
  public record FileText(
      SourceText read, SourceText written, List<Span> readMasks, List<Span> writtenMasks) {
    public FileText {
      readMasks = List.copyOf(readMasks);
      writtenMasks = List.copyOf(writtenMasks);
    }

    public boolean isChanged() {
      return !read.content().equals(written.content());
    }
  }

  /** The texts of the files that the fixes change, by name. */
  public Map<String, FileText> changed() {
    SortedMap<String, FileText> changed = new TreeMap<>();
    for (Map.Entry<String, FileText> entry : texts.entrySet()) {
      if (entry.getValue().isChanged()) {
        changed.put(entry.getKey(), entry.getValue());
      }
    }
    return changed;
  }
}
