package dev.plimsoll.parse.small;

import dev.plimsoll.parse.small.tree.BakeFile;
import dev.plimsoll.parse.small.tree.BakeFile.Target;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the targets in a Bake file that is written in HCL: the blocks {@code target}, and in them
 * the few attributes that say what is built from where. All else is passed over. Source: HCL Native
 * Syntax Specification, lexical elements.
 */
public final class BakeReader {

  /** Templates within the strings of templates; deeper ones are read as text. */
  private static final int MAX_DEPTH = 32;

  private final SourceText source;
  private final String text;
  private final List<Target> targets = new ArrayList<>();
  private int at;
  private int depth;

  private BakeReader(SourceText source) {
    this.source = source;
    this.text = source.content();
  }

  /** The targets of a file; of one that is cut off, those before the end. */
  public static BakeFile read(SourceText source) {
    BakeReader reader = new BakeReader(source);
    reader.blocks();
    return new BakeFile(reader.targets);
  }

  private void blocks() {
    while (skipBlanks()) {
      if (isOfName(text.charAt(at))) {
        String word = word();
        skipBlanks();
        if (word.equals("target") && at < text.length()) {
          target();
        }
      } else {
        skipOne();
      }
    }
  }

  /** A label with or without quotes, then a body; an attribute of that name has none. */
  private void target() {
    Optional<Slice> label =
        text.charAt(at) == '"' ? string() : Optional.of(source.slice(wordSpan()));
    skipBlanks();
    if (label.isEmpty() || label.get().text().isEmpty() || !is('{')) {
      return;
    }
    at++;
    Map<BakeFile.Key, Optional<Slice>> texts = new EnumMap<>(BakeFile.Key.class);
    List<String> inherits = new ArrayList<>();
    while (skipBlanks() && !is('}')) {
      if (isOfName(text.charAt(at))) {
        attribute(texts, inherits);
      } else {
        skipOne();
      }
    }
    at++;
    targets.add(new Target(label.get(), texts, inherits));
  }

  private void attribute(Map<BakeFile.Key, Optional<Slice>> texts, List<String> inherits) {
    String name = word();
    skipLineBlanks();
    if (!is('=')) {
      return; // a block within the target: its braces are passed over
    }
    at++;
    skipLineBlanks();
    switch (name) {
      case "context" -> texts.put(BakeFile.Key.CONTEXT, value());
      case "dockerfile" -> texts.put(BakeFile.Key.DOCKERFILE, value());
      case "dockerfile-inline" -> texts.put(BakeFile.Key.DOCKERFILE, skipValue());
      case "target" -> texts.put(BakeFile.Key.TARGET, value());
      case "inherits" -> inherits.addAll(names());
      default -> skipValue();
    }
  }

  /**
   * A text that is the whole value and holds no template; else nothing, and the value is passed.
   */
  private Optional<Slice> value() {
    if (!is('"')) {
      return skipValue();
    }
    Optional<Slice> string = string();
    skipLineBlanks();
    boolean ends = at >= text.length() || text.charAt(at) == '\n' || text.charAt(at) == '}';
    if (!ends) {
      skipValue();
      return Optional.empty();
    }
    return string;
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    if (!is('[')) {
      skipValue();
      return names;
    }
    at++;
    while (skipBlanks() && !is(']')) {
      if (is('"')) {
        Optional<Slice> name = string();
        names.add(name.isPresent() ? name.get().text() : "");
      } else {
        skipOne();
      }
    }
    at++;
    return names;
  }

  /** To the end of the line, or of the brackets that are opened in it. */
  private Optional<Slice> skipValue() {
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '}') {
      skipOne();
    }
    return Optional.empty();
  }

  /** A string, a comment, a heredoc, what stands in brackets, else one character. */
  private void skipOne() {
    char c = text.charAt(at);
    if (c == '"') {
      string();
    } else if (isComment()) {
      skipComment();
    } else if (text.startsWith("<<", at)) {
      heredoc();
    } else if (c == '{' || c == '[' || c == '(') {
      brackets();
    } else {
      at++;
    }
  }

  private void brackets() {
    int open = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        string();
      } else if (isComment()) {
        skipComment();
      } else if (text.startsWith("<<", at)) {
        heredoc();
      } else {
        at++;
        open += "{[(".indexOf(c) >= 0 ? 1 : "}])".indexOf(c) >= 0 ? -1 : 0;
        if (open == 0) {
          return;
        }
      }
    }
  }

  /** The text between quotes; nothing where a template stands in it or an escape. */
  private Optional<Slice> string() {
    int start = ++at;
    depth++;
    boolean plain = true;
    while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
      if (text.charAt(at) == '\\') {
        plain = false;
        at++;
      } else if (text.startsWith("${", at) || text.startsWith("%{", at)) {
        plain = false;
        at++;
        if (depth < MAX_DEPTH) {
          brackets();
          continue;
        }
      }
      at++;
    }
    depth--;
    int end = Math.min(at, text.length());
    at = Math.min(at + 1, text.length());
    return plain ? Optional.of(source.slice(new Span(start, end))) : Optional.empty();
  }

  private void heredoc() {
    at += 2;
    if (is('-')) {
      at++;
    }
    String marker = word();
    if (marker.isEmpty()) {
      return;
    }
    int line = text.indexOf('\n', at);
    while (line >= 0) {
      int end = text.indexOf('\n', line + 1);
      String content = text.substring(line + 1, end < 0 ? text.length() : end);
      if (content.strip().equals(marker)) {
        at = line + 1 + content.length();
        return;
      }
      line = end;
    }
    at = text.length();
  }

  private boolean isComment() {
    return is('#') || text.startsWith("//", at) || text.startsWith("/*", at);
  }

  private void skipComment() {
    boolean block = text.startsWith("/*", at);
    int end = text.indexOf(block ? "*/" : "\n", at + 1);
    at = end < 0 ? text.length() : block ? end + 2 : end;
  }

  /** To what is no blank and no comment; false at the end of the text. */
  private boolean skipBlanks() {
    while (at < text.length()) {
      if (isComment()) {
        skipComment();
      } else if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else {
        return true;
      }
    }
    return false;
  }

  private void skipLineBlanks() {
    while (at < text.length() && (is(' ') || is('\t') || is('\r'))) {
      at++;
    }
    if (at < text.length() && isComment()) {
      skipComment();
    }
  }

  private String word() {
    Span span = wordSpan();
    return text.substring(span.start(), span.end());
  }

  private Span wordSpan() {
    int start = at;
    while (at < text.length() && isOfName(text.charAt(at))) {
      at++;
    }
    return new Span(start, at);
  }

  private static boolean isOfName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-';
  }

  private boolean is(char c) {
    return at < text.length() && text.charAt(at) == c;
  }
}
