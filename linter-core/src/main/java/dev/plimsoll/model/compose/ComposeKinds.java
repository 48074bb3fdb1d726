package dev.plimsoll.model.compose;

import dev.plimsoll.text.Cells;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The kinds of mappings in Compose files, {@code compose-keys.tsv}; only the rows of the kinds
 * asked for are taken apart. Not safe for use by several threads.
 */
final class ComposeKinds {

  /** The kind of the whole file. */
  static final String FILE = "file";

  private static final String WITH = "with:";

  private final String rows = String.join("", ComposeKeyRows.PARTS);
  private final Map<String, Integer> starts = new HashMap<>(); // of the first row of a kind
  private final Map<String, ComposeShape> named = new HashMap<>();
  private final Map<String, ComposeShape> shapes = new HashMap<>(); // by their text
  private final Map<String, ComposeKind> kinds = new HashMap<>();

  ComposeKinds() {
    int at = 1; // the first row is empty
    for (int end = rows.indexOf('\n', at); end >= 0; end = rows.indexOf('\n', at)) {
      int tab = end == at ? end : rows.indexOf('\t', at);
      if (rows.startsWith("-\t", tab + 1)) {
        starts.put(rows.substring(at, tab), at);
      } else if (rows.startsWith("=\t", tab + 1)) {
        named.put(rows.substring(at, tab), shape(Cells.of(rows.substring(at, end)).get(2)));
      }
      at = end + 1;
    }
  }

  /** The kind that a shape names. */
  ComposeKind get(String name) {
    ComposeKind kind = kinds.get(name);
    if (kind == null) {
      kind = read(name);
      kinds.put(name, kind);
    }
    return kind;
  }

  /** The names of all kinds in the table. */
  Set<String> names() {
    return Collections.unmodifiableSet(starts.keySet());
  }

  private ComposeKind read(String name) {
    Integer start = starts.get(name);
    if (start == null) {
      throw new IllegalArgumentException("no kind of mapping: " + name);
    }
    int end = rows.indexOf('\n', start);
    List<String> head = Cells.of(rows.substring(start, end));
    List<String> notes = Cells.list(head.get(3));
    Map<String, ComposeKind.Key> keys = new LinkedHashMap<>();
    for (String note : notes) {
      if (note.startsWith(WITH)) {
        keys.putAll(get(note.substring(WITH.length())).keys());
      }
    }
    List<String> required = new ArrayList<>(0);
    List<String> anyRequired = new ArrayList<>(0);
    String prefix = name + "\t";
    for (int at = next(end, prefix); at >= 0; at = next(end, prefix)) {
      end = rows.indexOf('\n', at);
      key(Cells.of(rows.substring(at, end)), keys, required, anyRequired);
    }
    return new ComposeKind(
        head.get(2),
        Collections.unmodifiableMap(keys),
        List.copyOf(required),
        List.copyOf(anyRequired),
        !notes.contains("strict"),
        notes.contains("open"),
        Optional.empty());
  }

  /** Where the next row begins if it is one of this kind, or -1; between parts is an empty row. */
  private int next(int end, String prefix) {
    int at = rows.startsWith("\n", end + 1) ? end + 2 : end + 1;
    return rows.startsWith(prefix, at) ? at : -1;
  }

  private static void key(
      List<String> cells,
      Map<String, ComposeKind.Key> keys,
      List<String> required,
      List<String> anyRequired) {
    String name = cells.get(1);
    List<String> notes = Cells.list(cells.get(3));
    boolean deprecated = notes.contains("deprecated");
    String since = Cells.text(cells.get(4));
    keys.put(name, new ComposeKind.Key(cells.get(2), deprecated, since));
    if (notes.contains("required")) {
      required.add(name);
    } else if (notes.contains("any_required")) {
      anyRequired.add(name);
    }
  }

  /** What the value of a key may be, as the table spells it. */
  ComposeShape shape(String text) {
    ComposeShape shape = shapes.get(text);
    if (shape == null) {
      shape = new ShapeReader(text, named, kinds).read();
      shapes.put(text, shape);
    }
    return shape;
  }
}
