package dev.plimsoll.config;

import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.text.NearestName;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes nodes for what they should be, and notes a problem where they are something else. */
final class Shapes {

  private final List<ConfigProblem> problems;

  Shapes(List<ConfigProblem> problems) {
    this.problems = problems;
  }

  void problem(Slice slice, String message) {
    problems.add(
        new ConfigProblem(
            slice.place().file(),
            slice.source().host().lines().position(slice.place().span().start()),
            message));
  }

  /** How many problems there are so far. */
  int count() {
    return problems.size();
  }

  /** The entries whose keys are known; the others are problems. */
  List<Entry> entries(YamlNode node, String what, List<String> known) {
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : entries(node, what)) {
      String key = key(entry);
      if (known.contains(key)) {
        entries.add(entry);
      } else {
        problem(entry.key().slice(), "unknown key \"" + key + "\"" + NearestName.hint(key, known));
      }
    }
    return entries;
  }

  /** All entries with a text for a key. */
  List<Entry> entries(YamlNode node, String what) {
    List<Entry> entries = new ArrayList<>();
    if (!(node instanceof Mapping mapping)) {
      wrong(node, what, "a mapping");
      return entries;
    }
    for (Entry entry : mapping.entries()) {
      if (entry.key() instanceof Scalar) {
        entries.add(entry);
      } else {
        problem(entry.key().slice(), "a key must be a text, not " + entry.key().kind());
      }
    }
    return entries;
  }

  /** The key of an entry that {@link #entries} gave. */
  static String key(Entry entry) {
    return entry.key() instanceof Scalar scalar ? scalar.text() : "";
  }

  List<YamlNode> items(YamlNode node, String what) {
    if (node instanceof Sequence sequence) {
      return sequence.items();
    }
    wrong(node, what, "a list");
    return List.of();
  }

  /** The texts of a list. */
  List<Scalar> texts(YamlNode node, String what) {
    List<Scalar> texts = new ArrayList<>();
    for (YamlNode item : items(node, what)) {
      Optional<Scalar> text = text(item, "an item of " + what);
      if (text.isPresent()) {
        texts.add(text.get());
      }
    }
    return texts;
  }

  Optional<Scalar> text(YamlNode node, String what) {
    if (node instanceof Scalar scalar && !scalar.isNull()) {
      return Optional.of(scalar);
    }
    wrong(node, what, "a text");
    return Optional.empty();
  }

  /** {@code true} or {@code false}. */
  Optional<Boolean> flag(YamlNode node, String what) {
    boolean yes = node instanceof Scalar scalar && scalar.text().equals("true");
    if (yes || (node instanceof Scalar scalar && scalar.text().equals("false"))) {
      return Optional.of(yes);
    }
    wrong(node, what, "true or false");
    return Optional.empty();
  }

  /** What stands at an offset of a text, where that is written without escapes; else all of it. */
  static Slice within(Scalar scalar, int offset) {
    String written = scalar.slice().text();
    int shift = written.length() - scalar.text().length() == 2 ? 1 : 0;
    boolean plain = written.startsWith(scalar.text(), shift);
    return plain && offset <= scalar.text().length()
        ? scalar.slice().part(shift + offset, shift + offset)
        : scalar.slice();
  }

  void wrong(YamlNode node, String what, String wanted) {
    problem(node.slice(), what + " must be " + wanted + ", not " + node.kind());
  }

  /** One of a few words; {@code what} completes "x is no …". */
  void noSuch(Scalar scalar, String what, List<String> known) {
    problem(
        scalar.slice(),
        "\""
            + scalar.text()
            + "\" is no "
            + what
            + ": write "
            + String.join(", ", known.subList(0, known.size() - 1))
            + " or "
            + known.get(known.size() - 1)
            + NearestName.hint(scalar.text(), known));
  }

  static String quoted(String key) {
    return "\"" + key + "\"";
  }

  static List<String> plain(List<Scalar> scalars) {
    List<String> texts = new ArrayList<>();
    for (Scalar scalar : scalars) {
      texts.add(scalar.text());
    }
    return texts;
  }
}
