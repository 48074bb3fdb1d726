package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeKind.Entries;
import dev.plimsoll.model.compose.ComposeKind.Names;
import dev.plimsoll.model.compose.ComposeShape.Listed;
import dev.plimsoll.model.compose.ComposeShape.Numbers;
import dev.plimsoll.model.compose.ComposeShape.Texts;
import dev.plimsoll.text.Cells;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one shape of {@code compose-keys.tsv}; the head of the table tells how they are spelt. */
final class ShapeReader {

  private final String text;
  private final Map<String, ComposeShape> named;
  private final Map<String, ComposeKind> kinds;
  private int at;

  /**
   * @param named the shapes that have a name
   * @param kinds where the kinds of mappings without a name are added
   */
  ShapeReader(String text, Map<String, ComposeShape> named, Map<String, ComposeKind> kinds) {
    this.text = text;
    this.named = named;
    this.kinds = kinds;
  }

  ComposeShape read() {
    ComposeShape shape = shape();
    if (at < text.length()) {
      throw new IllegalStateException("no shape: " + text);
    }
    return shape;
  }

  private ComposeShape shape() {
    ComposeShape shape = atom();
    while (has('|')) {
      shape = either(shape, atom());
    }
    return shape;
  }

  private boolean has(char c) {
    boolean there = at < text.length() && text.charAt(at) == c;
    if (there) {
      at++;
    }
    return there;
  }

  private ComposeShape atom() {
    int start = at;
    if (has('[')) {
      return list();
    }
    if (has('{')) {
      return entries(start);
    }
    String word = word();
    String inner = "";
    if (has('(')) {
      int close = text.indexOf(')', at);
      inner = text.substring(at, close);
      at = close + 1;
    }
    return named(word, inner);
  }

  private String word() {
    int start = at;
    while (at < text.length() && isOfWord(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private static boolean isOfWord(char c) {
    return (c >= 'a' && c <= 'z') || c == '_';
  }

  private ComposeShape list() {
    ComposeShape item = shape();
    at++; // the bracket
    return shape(false, Optional.empty(), Optional.of(new Listed(item, has('!'))));
  }

  private ComposeShape entries(int start) {
    Names names = names();
    ComposeShape value = shape();
    boolean open = text.startsWith("...", at);
    at += open ? 4 : 1;
    String name = text.substring(start, at);
    Entries entries = new Entries(names, value);
    kinds.put(
        name,
        new ComposeKind("", Map.of(), List.of(), List.of(), false, open, Optional.of(entries)));
    return shape(false, Optional.of(name), Optional.empty());
  }

  private Names names() {
    if (text.startsWith("name:", at)) {
      at += "name:".length();
      return Names.NAME;
    }
    if (text.startsWith("lower:", at)) {
      at += "lower:".length();
      return Names.LOWER;
    }
    return Names.ANY;
  }

  private ComposeShape named(String word, String inner) {
    return switch (word) {
      case "any" -> shape(true, Optional.empty(), Optional.empty());
      case "null" -> scalar(true, false, Optional.empty(), Optional.empty());
      case "boolean" -> scalar(false, true, Optional.empty(), Optional.empty());
      case "integer", "number" ->
          scalar(false, false, Optional.of(numbers(word, inner)), Optional.empty());
      case "string" -> scalar(false, false, Optional.empty(), Optional.of(texts(inner)));
      default -> {
        ComposeShape shape = named.get(word);
        yield shape == null ? shape(false, Optional.of(word), Optional.empty()) : shape;
      }
    };
  }

  private static Numbers numbers(String word, String inner) {
    int dots = inner.indexOf("..");
    return new Numbers(
        word.equals("integer"),
        dots <= 0 ? Long.MIN_VALUE : Long.parseLong(inner.substring(0, dots)),
        dots < 0 || dots + 2 == inner.length()
            ? Long.MAX_VALUE
            : Long.parseLong(inner.substring(dots + 2)));
  }

  private static Texts texts(String inner) {
    if (inner.startsWith("~")) {
      return new Texts(List.of(), Optional.of(format(inner)));
    }
    return new Texts(inner.isEmpty() ? List.of() : Cells.split(inner, ','), Optional.empty());
  }

  private static ComposeFormat format(String name) {
    return switch (name) {
      case "~container_name" -> ComposeFormat.CONTAINER_NAME;
      case "~pull_policy" -> ComposeFormat.PULL_POLICY;
      default -> throw new IllegalStateException("no format: " + name);
    };
  }

  private static ComposeShape scalar(
      boolean nothing, boolean bool, Optional<Numbers> number, Optional<Texts> text) {
    return new ComposeShape(false, nothing, bool, number, text, Optional.empty(), Optional.empty());
  }

  private static ComposeShape shape(boolean any, Optional<String> mapping, Optional<Listed> list) {
    return new ComposeShape(any, false, false, Optional.empty(), Optional.empty(), list, mapping);
  }

  private static ComposeShape either(ComposeShape one, ComposeShape other) {
    return new ComposeShape(
        one.any() || other.any(),
        one.nothing() || other.nothing(),
        one.bool() || other.bool(),
        one.number().isPresent() ? one.number() : other.number(),
        one.text().isPresent() ? one.text() : other.text(),
        one.list().isPresent() ? one.list() : other.list(),
        one.mapping().isPresent() ? one.mapping() : other.mapping());
  }
}
