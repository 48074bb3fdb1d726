package dev.plimsoll.model.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A field of an object, as the table of fields has it.
 *
 * @param shape how many values there are
 * @param object the kind of each value where it is an object
 * @param type the name of its type where it is none: {@code string}, {@code any}
 * @param isReferable whether a Reference Object may stand for one
 * @param words those that are allowed; none where any is
 */
record Field(
    String name,
    Shape shape,
    Optional<ObjectKind> object,
    String type,
    boolean isReferable,
    List<String> words) {

  enum Shape {
    ONE,
    LIST,
    MAP
  }

  Field {
    words = List.copyOf(words);
  }

  /** Reads the columns {@code field} and {@code type}. */
  static Field of(String name, String written) {
    Shape shape =
        written.startsWith("[") ? Shape.LIST : written.startsWith("{") ? Shape.MAP : Shape.ONE;
    String inner = shape == Shape.ONE ? written : written.substring(1, written.length() - 1);
    int equals = inner.indexOf('=');
    List<String> words = equals < 0 ? List.of() : split(inner.substring(equals + 1));
    String type = equals < 0 ? inner : inner.substring(0, equals);
    boolean isReferable = type.endsWith("*");
    String bare = isReferable ? type.substring(0, type.length() - 1) : type;
    return new Field(name, shape, ObjectKind.of(bare), bare, isReferable, words);
  }

  private static List<String> split(String words) {
    List<String> all = new ArrayList<>();
    int from = 0;
    while (from <= words.length()) {
      int bar = words.indexOf('|', from);
      int end = bar < 0 ? words.length() : bar;
      all.add(words.substring(from, end));
      from = end + 1;
    }
    return all;
  }
}
