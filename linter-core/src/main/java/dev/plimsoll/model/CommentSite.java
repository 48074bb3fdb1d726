package dev.plimsoll.model;

import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;

/**
 * What a comment on its own line speaks about: the node after it.
 *
 * @param anchor of that node; the file's where none follows
 * @param span of that node in the file; empty where none follows
 */
public record CommentSite(Anchor anchor, Span span, Standing standing) {

  /** Whether only blanks stand before a comment on its line. */
  public static boolean isAlone(Slice comment) {
    String content = comment.source().host().content();
    int at = comment.place().span().start();
    while (at > 0 && (content.charAt(at - 1) == ' ' || content.charAt(at - 1) == '\t')) {
      at--;
    }
    return at == 0 || content.charAt(at - 1) == '\n';
  }

  /** The same with another standing. */
  public CommentSite standing(Standing other) {
    return new CommentSite(anchor, span, other);
  }

  /** Where in the file it stands. */
  public enum Standing {
    /** A parser directive at the top. */
    DIRECTIVE,
    /** Before the first node. */
    HEAD,
    /** Between nodes, or within one. */
    BODY,
    /** Behind code, on the same line. */
    TRAILING
  }
}
