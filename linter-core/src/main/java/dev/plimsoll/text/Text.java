package dev.plimsoll.text;

import java.util.Optional;

/** Characters that a reader reads: a file's own, or a view over a part of another text. */
public sealed interface Text permits SourceText, EmbeddedText {

  /** The characters; spans of this text count in them. */
  String content();

  /** The file in which all of it stands. */
  SourceText host();

  /** The smallest range of the host file that covers a range of this text. */
  Span toHost(Span span);

  /**
   * The edit of the host file that makes {@code span} of this text read {@code replacement},
   * escaped as the host needs; empty where no one-to-one map exists.
   */
  Optional<HostEdit> hostEdit(Span span, String replacement);

  /** A replacement in a file: its name, the range in the file's text, the new characters. */
  record HostEdit(String file, Span span, String text) {}
}
