package dev.plimsoll.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One file's text under its workspace name. A byte order mark is not part of the text; it is
 * remembered, so that {@link #encode} gives it back.
 */
public final class SourceText implements Text {

  private static final char BOM = '\uFEFF';
  private static final char REPLACEMENT = '\uFFFD';

  private final String name;
  private final String content;
  private final boolean bom;
  private final boolean malformed;
  private final LineIndex lines;

  private SourceText(String name, String content, boolean bom, boolean malformed) {
    this.name = name;
    this.content = content;
    this.bom = bom;
    this.malformed = malformed;
    this.lines = new LineIndex(content);
  }

  /** A text from characters; a leading U+FEFF is taken as the byte order mark. */
  public static SourceText of(String name, String characters) {
    boolean bom = !characters.isEmpty() && characters.charAt(0) == BOM;
    return new SourceText(name, bom ? characters.substring(1) : characters, bom, false);
  }

  /**
   * Decodes UTF-8. Malformed input is decoded with replacement characters and remembered: such a
   * text is linted and never edited. Whether the bytes are text at all (no UTF-16, no NUL) is asked
   * of the file before.
   */
  public static SourceText decode(String name, byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8); // in half the time of a decoder
    boolean malformed = text.indexOf(REPLACEMENT) >= 0 && isMalformed(bytes);
    boolean bom = !text.isEmpty() && text.charAt(0) == BOM;
    return new SourceText(name, bom ? text.substring(1) : text, bom, malformed);
  }

  private static boolean isMalformed(byte[] bytes) {
    try {
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes));
      return false;
    } catch (CharacterCodingException e) {
      return true;
    }
  }

  /** The file's name in its workspace. */
  public String name() {
    return name;
  }

  @Override
  public String content() {
    return content;
  }

  /** Whether the bytes were no UTF-8. */
  public boolean malformed() {
    return malformed;
  }

  public LineIndex lines() {
    return lines;
  }

  /**
   * The bytes of this file with other characters in it: UTF-8, with its byte order mark if it had
   * one.
   */
  public byte[] encode(String characters) {
    return (bom ? BOM + characters : characters).getBytes(StandardCharsets.UTF_8);
  }

  /** The same file with other characters. */
  public SourceText with(String characters) {
    return new SourceText(name, characters, bom, malformed);
  }

  public Slice slice(Span span) {
    return new Slice(this, span);
  }

  /** The line ending in force at an offset: that of its line, else of the line before, else LF. */
  public String lineEndingAt(int offset) {
    int newline = content.indexOf('\n', Math.min(offset, content.length()));
    if (newline < 0) {
      newline = content.lastIndexOf('\n');
    }
    return newline > 0 && content.charAt(newline - 1) == '\r' ? "\r\n" : "\n";
  }

  @Override
  public SourceText host() {
    return this;
  }

  @Override
  public Span toHost(Span span) {
    return span;
  }

  @Override
  public Optional<HostEdit> hostEdit(Span span, String replacement) {
    return Optional.of(new HostEdit(name, span, replacement));
  }

  @Override
  public String toString() {
    return name;
  }
}
