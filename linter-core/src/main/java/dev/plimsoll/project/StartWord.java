package dev.plimsoll.project;

import dev.plimsoll.text.Slice;
import java.util.Optional;

/**
 * A word of a command line.
 *
 * @param text what it says, variables replaced; nothing where nobody knows
 * @param place where it stands; the whole line where variables hide its own place
 */
record StartWord(Optional<String> text, Slice place) {

  /** Whether it is exactly this. */
  boolean is(String wanted) {
    return text.isPresent() && text.get().equals(wanted);
  }

  boolean startsWith(String wanted) {
    return text.isPresent() && text.get().startsWith(wanted);
  }

  /** The program that it names, without its path. */
  String program() {
    return text.isEmpty() ? "" : text.get().substring(text.get().lastIndexOf('/') + 1);
  }

  /** What stands behind its first characters. */
  StartWord from(int offset) {
    String rest = text.orElse("").substring(offset);
    String written = place.text();
    int at = written.length() - rest.length();
    boolean isOwn = at >= 0 && written.endsWith(rest);
    return new StartWord(Optional.of(rest), isOwn ? place.part(at, written.length()) : place);
  }
}
