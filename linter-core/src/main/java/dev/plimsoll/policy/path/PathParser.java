package dev.plimsoll.policy.path;

import dev.plimsoll.policy.path.Selector.Query;
import dev.plimsoll.policy.path.Selector.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Reads the segments of a path: the grammar of RFC 9535. */
final class PathParser {

  private final PathText text;
  private final FilterParser filters;

  private PathParser(PathText text) {
    this.text = text;
    this.filters = new FilterParser(text, this);
  }

  static List<Segment> parse(String path) throws PathSyntaxException {
    PathText text = new PathText(path);
    if (!text.accept("$")) {
      throw text.error(
          path.startsWith("#")
              ? "a path begins with \"$\"; names for paths, such as Spectral's \"#Operation\","
                  + " are none"
              : "a path begins with \"$\"");
    }
    List<Segment> segments = new PathParser(text).segments();
    if (!text.atEnd()) {
      throw text.error(foreign(text));
    }
    return segments;
  }

  private static String foreign(PathText text) {
    return switch (text.peek()) {
      case '~' -> "RFC 9535 has no \"~\": to judge keys, write field: \"@key\"";
      case '^' -> "RFC 9535 has no \"^\": let a filter ask for what lies below, as in [?@.child]";
      case ' ', '\t', '\n', '\r' -> "a path does not end with a blank";
      default -> "\".name\", \"[…]\" or the end is missing";
    };
  }

  /** What follows {@code $} or {@code @}. */
  Query query(boolean fromRoot) throws PathSyntaxException {
    return new Query(fromRoot, segments());
  }

  private List<Segment> segments() throws PathSyntaxException {
    List<Segment> segments = new ArrayList<>();
    while (true) {
      int before = text.at();
      text.skipBlanks();
      if (text.accept("..")) {
        segments.add(new Segment(true, text.peek() == '[' ? bracketed() : List.of(shorthand())));
      } else if (text.accept(".")) {
        segments.add(new Segment(false, List.of(shorthand())));
      } else if (text.peek() == '[') {
        segments.add(new Segment(false, bracketed()));
      } else {
        text.back(before);
        return segments;
      }
    }
  }

  private Selector shorthand() throws PathSyntaxException {
    if (text.accept("*")) {
      return new Selector.Wildcard();
    }
    String name = text.name();
    if (name.isEmpty()) {
      throw text.error("a name, \"*\" or \"[\" is missing; other names stand as in ['x-y']");
    }
    return new Selector.Name(name);
  }

  private List<Selector> bracketed() throws PathSyntaxException {
    List<Selector> selectors = new ArrayList<>();
    text.expect("[", "");
    do {
      text.skipBlanks();
      selectors.add(selector());
      text.skipBlanks();
    } while (text.accept(","));
    text.expect("]", "behind what it selects");
    return selectors;
  }

  private Selector selector() throws PathSyntaxException {
    char c = text.peek();
    if (c == '\'' || c == '"') {
      return new Selector.Name(text.quoted());
    }
    if (text.accept("*")) {
      return new Selector.Wildcard();
    }
    if (text.accept("?")) {
      text.skipBlanks();
      return new Selector.Filter(filters.condition());
    }
    if (text.atDigit() || c == '-' || c == ':') {
      return indexOrRange();
    }
    int at = text.at();
    throw text.error(
        at,
        text.name().isEmpty()
            ? "a quoted name, a number, \"*\" or \"?\" is missing"
            : "a name in brackets stands in quotes, as in ['name']");
  }

  private Selector indexOrRange() throws PathSyntaxException {
    OptionalLong start = bound();
    int before = text.at();
    text.skipBlanks();
    if (!text.accept(":")) {
      text.back(before);
      return new Selector.Index(start.orElseThrow());
    }
    text.skipBlanks();
    OptionalLong end = bound();
    before = text.at();
    text.skipBlanks();
    OptionalLong step = OptionalLong.empty();
    if (text.accept(":")) {
      before = text.at();
      text.skipBlanks();
      step = bound();
      before = step.isPresent() ? text.at() : before;
    }
    text.back(before);
    return new Selector.Range(start, end, step.orElse(1));
  }

  private OptionalLong bound() throws PathSyntaxException {
    return text.atDigit() || text.peek() == '-'
        ? OptionalLong.of(text.integer())
        : OptionalLong.empty();
  }
}
