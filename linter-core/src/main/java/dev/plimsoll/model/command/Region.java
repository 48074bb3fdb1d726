package dev.plimsoll.model.command;

import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A part of a script with the parts in it that are regions of their own: commands and
 * substitutions.
 *
 * @param holes parts of the same text, in any order
 */
record Region(Slice slice, List<Slice> holes) {

  /** What stands around the holes; a zero byte stands for each. */
  String textAround() {
    List<Slice> sorted = new ArrayList<>(holes);
    sorted.sort(Comparator.comparing(Slice::span));
    String content = slice.source().content();
    StringBuilder text = new StringBuilder();
    int at = slice.span().start();
    for (Slice hole : sorted) {
      text.append(content, at, hole.span().start()).append('\0');
      at = hole.span().end();
    }
    return text.append(content, at, slice.span().end()).toString();
  }
}
