package dev.plimsoll.fix;

import dev.plimsoll.fix.Edit.Replace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Edits of one file in the order of its text, without overlaps; where two are identical, one. Two
 * different insertions at one place overlap, as their order would be a guess; but for entries of a
 * mapping, which go in the order of their characters: what is further to the right goes first.
 */
public final class Splice {

  private final List<Replace> edits;

  private Splice(List<Replace> edits) {
    this.edits = edits;
  }

  /** A class, not a lambda: a check without fixes compares too, and a first lambda is dear. */
  private static final Comparator<Replace> IN_ORDER =
      new Comparator<>() {
        @Override
        public int compare(Replace one, Replace other) {
          int place = one.span().compareTo(other.span());
          return place != 0 ? place : one.text().compareTo(other.text());
        }
      };

  /**
   * Sorts edits of one file.
   *
   * @return empty if two of them overlap or one ends behind {@code length}
   */
  public static Optional<Splice> of(List<Replace> unordered, int length) {
    List<Replace> sorted = new ArrayList<>(unordered);
    sorted.sort(IN_ORDER);
    List<Replace> kept = new ArrayList<>();
    for (Replace edit : sorted) {
      if (edit.span().end() > length) {
        return Optional.empty();
      }
      if (!kept.isEmpty()) {
        Replace last = kept.get(kept.size() - 1);
        if (IN_ORDER.compare(edit, last) == 0) {
          continue;
        }
        if (conflict(last, edit)) {
          return Optional.empty();
        }
      }
      kept.add(edit);
    }
    return Optional.of(new Splice(kept));
  }

  /**
   * Whether two edits of one file cannot both apply: they share a character, one inserts amid the
   * other, or both insert different text at one place. Identical ones can, and different entries.
   */
  public static boolean conflict(Replace one, Replace other) {
    if (one.equals(other)) {
      return false;
    }
    if (one.isInsertion() && other.isInsertion()) {
      return one.span().equals(other.span()) && !one.goesWith(other);
    }
    return one.span().overlaps(other.span());
  }

  public List<Replace> edits() {
    return edits;
  }

  /** The text with all edits applied. */
  public String apply(String text) {
    StringBuilder spliced = new StringBuilder(text.length() + 64);
    int at = 0;
    for (Replace edit : edits) {
      spliced.append(text, at, edit.span().start()).append(edit.text());
      at = edit.span().end();
    }
    return spliced.append(text, at, text.length()).toString();
  }

  /** Whether {@code after} is {@code before} with nothing changed but the edited ranges. */
  public boolean explains(String before, String after) {
    int from = 0;
    int to = 0;
    for (Replace edit : edits) {
      int kept = edit.span().start() - from;
      if (!before.regionMatches(from, after, to, kept)) {
        return false;
      }
      to += kept;
      if (!after.startsWith(edit.text(), to)) {
        return false;
      }
      to += edit.text().length();
      from = edit.span().end();
    }
    int rest = before.length() - from;
    return after.length() - to == rest && before.regionMatches(from, after, to, rest);
  }

  /** Where an offset of the spliced text was before; inside new text, the start of its edit. */
  public int before(int offset) {
    int shift = 0; // of the spliced text against the original, before the edit at hand
    for (Replace edit : edits) {
      int start = edit.span().start() + shift;
      int end = start + edit.text().length();
      if (offset < start) {
        break;
      }
      if (offset < end) {
        return edit.span().start();
      }
      shift += edit.text().length() - edit.span().length();
    }
    return offset - shift;
  }
}
