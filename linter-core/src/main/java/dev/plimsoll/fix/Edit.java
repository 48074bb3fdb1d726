package dev.plimsoll.fix;

import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import dev.plimsoll.text.Text;
import java.util.Optional;

/** A change of one range of one file, against its original text. */
public sealed interface Edit {

  /**
   * Replaces a range of a file's text, or inserts where the span is empty.
   *
   * @param file the file's name in the workspace
   * @param entry what it inserts, where the order of what is inserted beside it does not matter
   */
  record Replace(String file, Span span, String text, Optional<String> entry) implements Edit {

    public Replace(String file, Span span, String text) {
      this(file, span, text, Optional.empty());
    }

    /** The same insertion, of an entry that others may be inserted beside. */
    Replace ofEntry(String name) {
      return new Replace(file, span, text, Optional.of(name));
    }

    /** Whether both insert at one place entries that can stand beside each other. */
    boolean goesWith(Replace other) {
      return entry.isPresent() && other.entry.isPresent() && !entry.equals(other.entry);
    }

    public boolean isInsertion() {
      return span.isEmpty();
    }
  }

  /** Stands for an edit that cannot be written in the host; a fix with one is dropped. */
  record Impossible(String why) implements Edit {}

  /** Makes a slice read {@code text}; {@link Impossible} where the host has no one-to-one place. */
  static Edit replace(Slice slice, String text) {
    Optional<Text.HostEdit> host = slice.replace(text);
    if (host.isEmpty()) {
      return new Impossible("no place of the file maps to it one to one");
    }
    Text.HostEdit edit = host.get();
    return new Replace(edit.file(), edit.span(), edit.text());
  }

  /**
   * Makes a scalar of YAML or JSON read {@code word}, in its quotes if it has any.
   *
   * @param word that is written alike with quotes and without
   */
  static Edit replaceWord(Slice scalar, String word) {
    return replace(unquoted(scalar), word);
  }

  /** A scalar without its quotes. */
  static Slice unquoted(Slice scalar) {
    String text = scalar.text();
    boolean isQuoted = text.length() > 1 && (text.charAt(0) == '"' || text.charAt(0) == '\'');
    return isQuoted ? scalar.part(1, text.length() - 1) : scalar;
  }

  /** Puts {@code text} right before a slice. */
  static Edit insertBefore(Slice slice, String text) {
    return replace(slice.start(), text);
  }

  /** Puts {@code text} right after a slice. */
  static Edit insertAfter(Slice slice, String text) {
    return replace(slice.end(), text);
  }

  static Edit delete(Slice slice) {
    return replace(slice, "");
  }
}
