package dev.plimsoll.fix;

import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.yaml.YamlReader;
import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.parse.yaml.tree.YamlFile;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Applies every edit at every place of a file and reads the result again: it must say what was
 * asked for and no more, have all comments outside of what was removed, and go back to the same
 * bytes.
 */
final class YamlEditsCheck {

  private static final List<NewYaml> SCALARS =
      List.of(
          NewYaml.text("yes"),
          NewYaml.text("a, b: [c] #d"),
          NewYaml.text("012"),
          NewYaml.text(""),
          NewYaml.text(" \\\"'\u00e9\uD83D\uDE00"),
          NewYaml.text("-x:y"),
          NewYaml.plain("7"));

  private static final NewYaml NESTED =
      NewYaml.mapping(
          NewYaml.pair("no", NewYaml.list(NewYaml.text("8080:80"), NewYaml.text("x"))),
          NewYaml.pair(
              "deep",
              NewYaml.list(
                  NewYaml.mapping(NewYaml.pair("a", NewYaml.plain("1"))), NewYaml.list())));

  private static final String KEY = "new key";

  private final SourceText text;
  private final YamlFile file;
  private final boolean sound;
  private final YamlEdits edits;
  private final Map<String, int[]> counts;
  private final List<String> failures;

  private YamlEditsCheck(SourceText text, Map<String, int[]> counts, List<String> failures) {
    this.text = text;
    Parsed<YamlFile> parsed = YamlReader.readFile(text);
    this.file = parsed.tree();
    this.sound = parsed.problems().isEmpty();
    this.edits = YamlEdits.of(file, text).changingEveryUse();
    this.counts = counts;
    this.failures = failures;
  }

  /** What is wrong, in words. */
  static List<String> check(SourceText text) {
    List<String> failures = new ArrayList<>();
    check(text, new TreeMap<>(), failures);
    return failures;
  }

  /**
   * Checks one file.
   *
   * @param counts for each edit by name how often it was exact, impossible and wrong, which is
   *     added
   */
  static void check(SourceText text, Map<String, int[]> counts, List<String> failures) {
    YamlEditsCheck check = new YamlEditsCheck(text, counts, failures);
    if (!check.sound) {
      return;
    }
    for (int i = 0; i < check.file.documents().size(); i++) {
      YamlDocument document = check.file.documents().get(i);
      if (document.root().isPresent()) {
        check.pass(document.root().get(), new ArrayList<>(List.of(i)));
      }
    }
  }

  private void pass(YamlNode node, List<Integer> path) {
    if (node instanceof Mapping mapping) {
      mapping(mapping, path);
      for (int i = 0; i < mapping.entries().size(); i++) {
        pass(mapping.entries().get(i).key(), with(path, i, 0));
        pass(mapping.entries().get(i).value(), with(path, i, 1));
      }
    } else if (node instanceof Sequence list) {
      list(list, path);
      for (int i = 0; i < list.items().size(); i++) {
        pass(list.items().get(i), with(path, i));
        if (list.items().get(i) instanceof Scalar) {
          NewYaml value = SCALARS.get(i % SCALARS.size());
          int index = i;
          run(
              "replace",
              List.of(edits.replace(list.items().get(i), value)),
              path,
              shape -> shape.parts().set(index, like(shape.parts().get(index), value)));
        }
      }
    }
  }

  private void mapping(Mapping mapping, List<Integer> path) {
    NewYaml scalar = SCALARS.get(mapping.entries().size() % SCALARS.size());
    add(
        "addKey",
        mapping,
        edits.addKey(mapping, KEY, scalar),
        mapping.entries().size(),
        scalar,
        path);
    add(
        "addKey nested",
        mapping,
        edits.addKey(mapping, KEY, NESTED),
        mapping.entries().size(),
        NESTED,
        path);
    for (int i = 0; i < mapping.entries().size(); i++) {
      int index = i;
      Entry entry = mapping.entries().get(i);
      NewYaml value = SCALARS.get((i + path.size()) % SCALARS.size());
      add(
          "addKeyAfter",
          mapping,
          edits.addKeyAfter(mapping, entry, KEY, value),
          i + 1,
          value,
          path);
      run(
          "removeEntry",
          List.of(edits.removeEntry(mapping, entry)),
          path,
          shape -> shape.parts().remove(index));
      if (entry.key() instanceof Scalar) {
        run(
            "renameKey",
            List.of(edits.renameKey(mapping, entry, "no")),
            path,
            shape ->
                shape
                    .parts()
                    .get(index)
                    .parts()
                    .set(0, like(shape.parts().get(index).parts().get(0), NewYaml.text("no"))));
      }
      run(
          "replaceValue",
          List.of(edits.replaceValue(entry, value)),
          path,
          shape ->
              shape
                  .parts()
                  .get(index)
                  .parts()
                  .set(1, like(shape.parts().get(index).parts().get(1), value)));
      move(mapping, entry, path, index);
    }
  }

  private static YamlShape like(YamlShape old, NewYaml value) {
    int end = old.label().startsWith("Properties") ? old.label().indexOf("]]") : -1;
    int anchor = old.label().lastIndexOf("anchor=Optional[");
    boolean anchored = anchor >= 0 && end < 0;
    String properties =
        old.label().startsWith("Properties")
            ? old.label()
                .substring(0, old.label().indexOf(anchored ? "]" : "]]") + (end >= 0 ? 2 : 1))
            : "";
    return YamlShape.leaf(properties + YamlShape.of(value).label());
  }

  private void add(
      String name, Mapping mapping, Edit edit, int at, NewYaml value, List<Integer> path) {
    String after =
        run(name, List.of(edit), path, shape -> shape.parts().add(at, YamlShape.entry(KEY, value)));
    if (after.isEmpty()) {
      return;
    }
    SourceText changed = text.with(after);
    YamlFile again = YamlReader.readFile(changed).tree();
    Mapping grown = (Mapping) node(again, path);
    Edit removal =
        YamlEdits.of(again, changed).changingEveryUse().removeEntry(grown, grown.entries().get(at));
    String back =
        removal instanceof Edit.Replace ? applied(changed, List.of(removal)) : removal.toString();
    count(
        name + " taken back",
        back.equals(text.content()) ? 0 : removal instanceof Edit.Replace ? 2 : 1);
    if (!back.equals(text.content()) && removal instanceof Edit.Replace) {
      failures.add(
          name + " taken back at " + place(mapping.slice()) + ":\n" + after + "---\n" + back);
    }
  }

  private void list(Sequence list, List<Integer> path) {
    NewYaml scalar = SCALARS.get(list.items().size() % SCALARS.size());
    for (NewYaml value : List.of(scalar, NESTED)) {
      run(
          "addItem",
          List.of(edits.addItem(list, value)),
          path,
          shape -> shape.parts().add(YamlShape.of(value)));
    }
    if (!list.items().isEmpty()) {
      run(
          "addFirstItem",
          List.of(edits.addFirstItem(list, scalar)),
          path,
          shape -> shape.parts().add(0, YamlShape.of(scalar)));
    }
    for (int i = 0; i < list.items().size(); i++) {
      int index = i;
      run(
          "removeItem",
          List.of(edits.removeItem(list, list.items().get(i))),
          path,
          shape -> shape.parts().remove(index));
    }
  }

  private void move(Mapping mapping, Entry entry, List<Integer> path, int index) {
    SourceText other = SourceText.of("other.yaml", "a:\r\n      b: 1 # c\r\n# d\r\ne: 2\r\n");
    YamlFile target = YamlReader.readFile(other).tree();
    Mapping to = (Mapping) node(target, List.of(0, 0, 1));
    List<Edit> moved = edits.moveEntry(mapping, entry, YamlEdits.of(target, other), to);
    if (moved.size() < 2 || !moved.stream().allMatch(Edit.Replace.class::isInstance)) {
      count("moveEntry", 1);
      return;
    }
    run("moveEntry, there", moved.subList(0, 1), path, shape -> shape.parts().remove(index));
    String after = applied(other, moved.subList(1, 2));
    Parsed<YamlFile> read = YamlReader.readFile(other.with(after));
    YamlFile again = read.tree();
    List<YamlShape> expected = YamlShape.of(target);
    YamlShape entryShape =
        new YamlShape(
            "entry",
            new ArrayList<>(List.of(YamlShape.of(entry.key()), YamlShape.of(entry.value()))));
    expected.get(0).parts().get(0).parts().get(1).parts().add(entryShape);
    int comments = 2 + comments(file, ((Edit.Replace) moved.get(0)).span(), true).size();
    boolean right =
        expected.equals(YamlShape.of(again))
            && again.comments().size() == comments
            && read.problems().isEmpty();
    count("moveEntry, here", right ? 0 : 2);
    if (!right) {
      failures.add(
          "move of "
              + place(entry.key().slice())
              + ":\n"
              + after
              + read.problems()
              + expected
              + "\n"
              + YamlShape.of(again));
    }
  }

  /** The text after the edits if they are exact. */
  private String run(
      String name, List<Edit> asked, List<Integer> path, Consumer<YamlShape> change) {
    if (!(asked.get(0) instanceof Edit.Replace edit)) {
      count(name, 1);
      return "";
    }
    String after = applied(text, asked);
    Parsed<YamlFile> read = YamlReader.readFile(text.with(after));
    YamlFile again = read.tree();
    List<YamlShape> expected = YamlShape.of(file);
    YamlShape shape = expected.get(path.get(0));
    for (int step : path.subList(1, path.size())) {
      shape = shape.parts().get(step);
    }
    change.accept(shape);
    boolean right =
        expected.equals(YamlShape.of(again))
            && read.problems().isEmpty()
            && again.comments().stream()
                .map(Slice::text)
                .toList()
                .equals(comments(file, edit.span(), false))
            && back(edit, after).equals(text.content());
    count(name, right ? 0 : 2);
    if (!right) {
      failures.add(
          name
              + " by "
              + edit
              + " at "
              + place(new Slice(text, edit.span()))
              + ":\n"
              + excerpt(after, edit)
              + read.problems()
              + "\n"
              + again.comments()
              + "\n"
              + expected.equals(YamlShape.of(again)));
      return "";
    }
    return after;
  }

  private static String excerpt(String after, Edit.Replace edit) {
    int from = Math.max(0, edit.span().start() - 200);
    return after.substring(
        from, Math.min(after.length(), edit.span().start() + edit.text().length() + 200));
  }

  private String back(Edit.Replace edit, String after) {
    Span span = new Span(edit.span().start(), edit.span().start() + edit.text().length());
    String old = text.content().substring(edit.span().start(), edit.span().end());
    return applied(text.with(after), List.of(new Edit.Replace(edit.file(), span, old)));
  }

  private static List<String> comments(YamlFile file, Span span, boolean inside) {
    List<String> comments = new ArrayList<>();
    for (Slice comment : file.comments()) {
      if (span.contains(comment.span()) == inside) {
        comments.add(comment.text());
      }
    }
    return comments;
  }

  private static String applied(SourceText text, List<Edit> edits) {
    List<Edit.Replace> replaces = edits.stream().map(Edit.Replace.class::cast).toList();
    return Splice.of(replaces, text.content().length()).orElseThrow().apply(text.content());
  }

  private static YamlNode node(YamlFile file, List<Integer> path) {
    YamlNode node = file.documents().get(path.get(0)).root().orElseThrow();
    int at = 1;
    while (at < path.size()) {
      if (node instanceof Mapping mapping) {
        Entry entry = mapping.entries().get(path.get(at));
        node = path.get(at + 1) == 0 ? entry.key() : entry.value();
        at += 2;
      } else {
        node = ((Sequence) node).items().get(path.get(at));
        at++;
      }
    }
    return node;
  }

  private static String place(Slice slice) {
    return slice.place().file()
        + " "
        + slice.source().host().lines().position(slice.span().start());
  }

  private static List<Integer> with(List<Integer> path, int... steps) {
    List<Integer> longer = new ArrayList<>(path);
    for (int step : steps) {
      longer.add(step);
    }
    return longer;
  }

  private void count(String name, int kind) {
    counts.computeIfAbsent(name, key -> new int[3])[kind]++;
  }
}
