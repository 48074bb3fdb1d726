package dev.plimsoll.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plimsoll.rule.Outcome;
import dev.plimsoll.rule.Outcome.FileText;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.Position;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The texts that places count in: as read, or as written. */
final class Texts {

  private enum Side {
    READ,
    WRITTEN
  }

  /** A text and the ranges of it that nobody may see, in order. */
  record Masked(SourceText text, List<Span> masks) {

    /** The file's characters, byte order mark included, no secret in them, each line kept. */
    String hidden() {
      String content = text.content();
      StringBuilder shown = new StringBuilder(new String(text.encode(""), UTF_8));
      int done = 0;
      for (Span mask : masks) {
        int start = Math.max(done, mask.start());
        int end = Math.max(start, Math.min(mask.end(), content.length()));
        shown.append(content, done, start).append("***");
        for (int i = start; i < end; i++) {
          shown.append(content.charAt(i) == '\n' ? "\n" : "");
        }
        done = end;
      }
      return shown.append(content, done, content.length()).toString();
    }
  }

  private final Map<String, FileText> files;
  private final Side side;

  private Texts(Outcome outcome, Side side) {
    this.files = outcome.texts();
    this.side = side;
  }

  /** For what was fixed. */
  static Texts asRead(Outcome outcome) {
    return new Texts(outcome, Side.READ);
  }

  /** For what still stands. */
  static Texts asWritten(Outcome outcome) {
    return new Texts(outcome, Side.WRITTEN);
  }

  Optional<Masked> of(String file) {
    FileText found = files.get(file);
    if (found == null) {
      return Optional.empty();
    }
    return Optional.of(
        side == Side.READ
            ? new Masked(found.read(), found.readMasks())
            : new Masked(found.written(), found.writtenMasks()));
  }

  Position start(Place place) {
    return position(place.file(), place.span().start());
  }

  Position end(Place place) {
    return position(place.file(), place.span().end());
  }

  /** The start of the file where its text is not at hand: a report never fails for want of it. */
  Position position(String file, int offset) {
    Optional<Masked> found = of(file);
    return found.isEmpty() ? new Position(1, 1) : found.get().text().lines().position(offset);
  }
}
