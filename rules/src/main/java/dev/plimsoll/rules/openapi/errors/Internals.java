package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The members of schemas of errors that show how the server is made. */
final class Internals {

  private static final int DEEPEST = 3;
  private static final Set<String> INTERNAL =
      Set.of(
          "backtrace",
          "callstack",
          "debugtrace",
          "exceptionclass",
          "exceptionstack",
          "exceptionstacktrace",
          "innerexception",
          "sql",
          "sqlerror",
          "sqlquery",
          "sqlstatement",
          "stack",
          "stacktrace",
          "stacktracestring",
          "traceback");
  private static final Set<String> WRAPPERS =
      Set.of(
          "cause",
          "data",
          "debug",
          "detail",
          "details",
          "error",
          "errors",
          "exception",
          "fault",
          "innererror",
          "innerexception",
          "meta",
          "problem");
  private static final Set<String> OF_THROWABLE = Set.of("cause", "localizedmessage", "suppressed");

  private final Set<String> more;

  /**
   * @param more names in small letters, without what parts their words
   */
  Internals(Set<String> more) {
    this.more = more;
  }

  /** Whether a shape is that of an exception of Java. */
  static boolean isThrowable(ErrorShape shape) {
    return shape.has("stackTrace") && shape.has("suppressed");
  }

  /** Those of a shape and of what it wraps, by name; of each schema in it a map of its own. */
  List<Map<String, Scalar>> in(ErrorShape shape) {
    List<Map<String, Scalar>> found = new ArrayList<>();
    add(shape, 0, found);
    return found;
  }

  private void add(ErrorShape shape, int depth, List<Map<String, Scalar>> found) {
    Map<String, Scalar> own = new LinkedHashMap<>();
    Set<String> plain = new HashSet<>();
    for (String name : shape.names()) {
      plain.add(ErrorMembers.plain(name));
    }
    for (String name : shape.names()) {
      String each = ErrorMembers.plain(name);
      if (isInternal(each, shape.of(name), plain)) {
        own.put(name, shape.key(name));
      } else if (depth < DEEPEST && WRAPPERS.contains(each)) {
        add(shape.of(name), depth + 1, found);
        add(shape.of(name).items(), depth + 1, found);
      }
    }
    if (!own.isEmpty()) {
      found.add(own);
    }
  }

  private boolean isInternal(String name, ErrorShape member, Set<String> all) {
    if (INTERNAL.contains(name) || more.contains(name)) {
      return true;
    }
    if (OF_THROWABLE.contains(name)) {
      return all.contains("stacktrace") && all.contains("suppressed");
    }
    boolean isTraced = all.contains("trace") || all.contains("stacktrace");
    return switch (name) {
      case "trace" -> isStack(member) || isOfSpring(all);
      case "exception" -> member.isText() && (isOfSpring(all) || isTraced);
      case "file" -> all.contains("line") && (all.contains("exception") || isTraced);
      case "line" -> all.contains("file") && (all.contains("exception") || isTraced);
      default -> false;
    };
  }

  private static boolean isOfSpring(Set<String> names) {
    return names.contains("timestamp") && names.contains("status") && names.contains("error");
  }

  private static boolean isStack(ErrorShape member) {
    return member.isList() || member.description().toLowerCase(Locale.ROOT).contains("stack");
  }
}
