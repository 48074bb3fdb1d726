package dev.plimsoll.model.command;

import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Facet;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A part of a script with the parts in it that are regions of their own: commands, substitutions,
 * scripts in words.
 *
 * @param holes parts of the same text, in any order; one may lie within another
 */
record Region(Anchor anchor, Slice slice, List<Slice> holes) {

  /** What stands around the holes; a zero byte stands for each. */
  Facet facet() {
    List<Slice> sorted = new ArrayList<>(holes);
    sorted.sort(Comparator.comparing(Slice::span));
    String content = slice.source().content();
    StringBuilder text = new StringBuilder();
    int at = slice.span().start();
    for (Slice hole : sorted) {
      if (hole.span().start() >= at) {
        text.append(content, at, hole.span().start()).append('\0');
        at = hole.span().end();
      }
    }
    return new Facet(anchor, text.append(content, at, slice.span().end()).toString());
  }
}
