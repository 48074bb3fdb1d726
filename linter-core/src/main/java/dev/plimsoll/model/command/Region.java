package dev.plimsoll.model.command;

import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Facet;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A part of a script with the parts in it that are regions of their own: commands, substitutions,
 * scripts in words.
 *
 * @param holes parts of the same text, in any order; one may lie within another
 * @param comments those of the whole script, in the order of their text
 */
record Region(Anchor anchor, Slice slice, List<Slice> holes, List<Slice> comments) {

  /** A part that is left out; a zero byte stands for each that is no comment. */
  private record Gap(Span span, boolean isComment) {}

  /** What stands around the holes, without the comments. */
  Facet facet() {
    String content = slice.source().content();
    StringBuilder text = new StringBuilder();
    int at = slice.span().start();
    for (Gap gap : gaps()) {
      if (gap.span().start() >= at) {
        text.append(content, at, gap.span().start());
        at = gap.span().end();
        if (gap.isComment()) {
          at = withoutComment(text, content, at);
        } else {
          text.append('\0');
        }
      }
    }
    return new Facet(anchor, text.append(content, at, slice.span().end()).toString());
  }

  private List<Gap> gaps() {
    List<Gap> gaps = new ArrayList<>(holes.size());
    for (Slice hole : holes) {
      gaps.add(new Gap(hole.span(), false));
    }
    for (Slice comment : comments) {
      boolean shebang = comment.span().start() == 0 && comment.text().startsWith("#!");
      if (liesWithin(comment) && !shebang) {
        gaps.add(new Gap(comment.span(), true));
      }
    }
    gaps.sort(Comparator.comparing(Gap::span));
    return gaps;
  }

  @SuppressWarnings("ReferenceEquality") // the very text: a view's offsets mean nothing in another
  private boolean liesWithin(Slice comment) {
    return comment.source() == slice.source()
        && slice.span().start() <= comment.span().start()
        && comment.span().end() <= slice.span().end();
  }

  /** Takes back the blanks before a comment, and goes on after a line that held nothing else. */
  private int withoutComment(StringBuilder text, String content, int end) {
    int last = text.length();
    while (last > 0 && (text.charAt(last - 1) == ' ' || text.charAt(last - 1) == '\t')) {
      last--;
    }
    text.setLength(last);
    boolean alone = last == 0 || text.charAt(last - 1) == '\n';
    int newline = content.startsWith("\r\n", end) ? end + 1 : end;
    return alone && newline < slice.span().end() ? newline + 1 : end;
  }
}
