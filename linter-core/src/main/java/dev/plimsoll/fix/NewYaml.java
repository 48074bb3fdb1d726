package dev.plimsoll.fix;

import java.util.ArrayList;
import java.util.List;

/** A value that an edit writes into a YAML file. */
public sealed interface NewYaml {

  /** A text, quoted where it would be read as something else. */
  static NewYaml text(String text) {
    return new Text(text);
  }

  /** A number, a truth value or null: written as it stands. */
  static NewYaml plain(String spelling) {
    return new Plain(spelling);
  }

  static NewYaml list(NewYaml... items) {
    return new Items(List.of(items));
  }

  static NewYaml mapping(Pair... pairs) {
    return new Pairs(List.of(pairs));
  }

  static Pair pair(String key, NewYaml value) {
    return new Pair(key, value);
  }

  /** See {@link #text}. */
  record Text(String text) implements NewYaml {}

  /** See {@link #plain}. */
  record Plain(String spelling) implements NewYaml {}

  /** A list. */
  record Items(List<NewYaml> items) implements NewYaml {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** A mapping. */
  record Pairs(List<Pair> pairs) implements NewYaml {
    public Pairs {
      pairs = List.copyOf(pairs);
    }
  }

  /** A key and its value. */
  record Pair(String key, NewYaml value) {

    /** Its lines, without indentation of the first. */
    List<String> lines(int step) {
      return behind(YamlQuotes.text(key, false) + ":", value, step);
    }

    /** See {@link NewYaml#json}. */
    String json(String indent, String step, String ending) {
      return YamlQuotes.doubleQuoted(key) + ": " + value.json(indent, step, ending);
    }

    /** In one line, for within brackets. */
    String inline(boolean json) {
      String name = json ? YamlQuotes.doubleQuoted(key) : YamlQuotes.text(key, true);
      return name + ": " + value.inline(json);
    }
  }

  /** In one line, for within brackets; as JSON if asked. */
  default String inline(boolean json) {
    List<String> parts = new ArrayList<>();
    if (this instanceof Text text) {
      return json ? YamlQuotes.doubleQuoted(text.text()) : YamlQuotes.text(text.text(), true);
    } else if (this instanceof Plain plain) {
      return plain.spelling();
    } else if (this instanceof Items list) {
      for (NewYaml item : list.items()) {
        parts.add(item.inline(json));
      }
      return "[" + String.join(", ", parts) + "]";
    }
    for (Pair pair : ((Pairs) this).pairs()) {
      parts.add(pair.inline(json));
    }
    return "{" + String.join(", ", parts) + "}";
  }

  /**
   * As JSON over several lines, each member and item on its own.
   *
   * @param indent of the line on which it begins
   * @param step by which what stands in it is indented further
   * @param ending of each line but the last
   */
  default String json(String indent, String step, String ending) {
    boolean isList = this instanceof Items;
    List<String> parts = new ArrayList<>();
    if (this instanceof Items list) {
      for (NewYaml item : list.items()) {
        parts.add(item.json(indent + step, step, ending));
      }
    } else if (this instanceof Pairs pairs) {
      for (Pair pair : pairs.pairs()) {
        parts.add(pair.json(indent + step, step, ending));
      }
    }
    if (parts.isEmpty()) {
      return inline(true);
    }
    String open = ending + indent + step;
    return (isList ? "[" : "{")
        + open
        + String.join("," + open, parts)
        + ending
        + indent
        + (isList ? "]" : "}");
  }

  /** Its lines as an item of a list, without indentation of the first. */
  static List<String> itemLines(NewYaml item, int step) {
    List<String> own = blockLines(item, step);
    if (own.isEmpty()) {
      return List.of("- " + scalar(item));
    }
    List<String> lines = new ArrayList<>();
    for (String line : own) {
      lines.add((lines.isEmpty() ? "- " : "  ") + line);
    }
    return lines;
  }

  private static List<String> behind(String head, NewYaml value, int step) {
    List<String> nested = blockLines(value, step);
    if (nested.isEmpty()) {
      return List.of(head + " " + scalar(value));
    }
    List<String> lines = new ArrayList<>();
    lines.add(head);
    for (String line : nested) {
      lines.add(" ".repeat(step) + line);
    }
    return lines;
  }

  private static List<String> blockLines(NewYaml value, int step) {
    List<String> lines = new ArrayList<>();
    if (value instanceof Pairs pairs) {
      for (Pair pair : pairs.pairs()) {
        lines.addAll(pair.lines(step));
      }
    } else if (value instanceof Items list) {
      for (NewYaml item : list.items()) {
        lines.addAll(itemLines(item, step));
      }
    }
    return lines;
  }

  private static String scalar(NewYaml value) {
    return value instanceof Text text ? YamlQuotes.text(text.text(), false) : value.inline(false);
  }
}
