package dev.plimsoll.model.compose;

import dev.plimsoll.text.Cells;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds of mappings in Compose files: the table {@code compose-keys.tsv}, read when used. */
final class ComposeKinds {

  /** The kind of the whole file. */
  static final String FILE = "file";

  private static final Map<String, ComposeKind> KINDS = new Reader().read(ComposeKeyRows.PARTS);

  private ComposeKinds() {}

  /** The kind that a shape names. */
  static ComposeKind get(String name) {
    ComposeKind kind = KINDS.get(name);
    if (kind == null) {
      throw new IllegalArgumentException("no kind of mapping: " + name);
    }
    return kind;
  }

  /** All names, to be proved complete. */
  static List<String> names() {
    return List.copyOf(KINDS.keySet());
  }

  /** Reads rows of kind, key, shape, notes, since; those of a kind follow each other. */
  private static final class Reader {

    private final Map<String, ComposeKind> kinds = new HashMap<>();
    private final Map<String, ComposeShape> named = new HashMap<>();
    private final Map<String, ComposeShape> shapes = new HashMap<>(); // by their text
    private String label = "";
    private List<String> notes = List.of();
    private Map<String, ComposeKind.Key> keys = new LinkedHashMap<>();
    private List<String> required = new ArrayList<>();
    private List<String> anyRequired = new ArrayList<>();

    Map<String, ComposeKind> read(String[] parts) {
      String kind = "";
      for (String rows : parts) {
        int at = 1;
        for (int end = rows.indexOf('\n', at); end >= 0; end = rows.indexOf('\n', at)) {
          List<String> cells = Cells.of(rows.substring(at, end));
          at = end + 1;
          if (cells.get(1).equals("=")) {
            named.put(cells.get(0), shape(cells.get(2)));
          } else if (cells.get(1).equals("-")) {
            finish(kind);
            kind = cells.get(0);
            begin(cells);
          } else {
            key(cells);
          }
        }
      }
      finish(kind);
      return Collections.unmodifiableMap(kinds);
    }

    private void begin(List<String> cells) {
      label = cells.get(2);
      notes = Cells.list(cells.get(3));
      keys = new LinkedHashMap<>();
      required = new ArrayList<>();
      anyRequired = new ArrayList<>();
      for (String note : notes) {
        if (note.startsWith("with:")) {
          ComposeKind other = kinds.get(note.substring("with:".length()));
          if (other == null) {
            throw new IllegalStateException(note + " stands below " + label);
          }
          keys.putAll(other.keys());
        }
      }
    }

    private void key(List<String> cells) {
      String name = cells.get(1);
      List<String> marks = Cells.list(cells.get(3));
      boolean deprecated = marks.contains("deprecated");
      keys.put(
          name, new ComposeKind.Key(shape(cells.get(2)), deprecated, Cells.text(cells.get(4))));
      if (marks.contains("required")) {
        required.add(name);
      }
      if (marks.contains("any_required")) {
        anyRequired.add(name);
      }
    }

    private void finish(String kind) {
      if (kind.isEmpty()) {
        return;
      }
      kinds.put(
          kind,
          new ComposeKind(
              label,
              Collections.unmodifiableMap(keys),
              List.copyOf(required),
              List.copyOf(anyRequired),
              !notes.contains("strict"),
              notes.contains("open"),
              Optional.empty()));
    }

    private ComposeShape shape(String text) {
      ComposeShape shape = shapes.get(text);
      if (shape == null) {
        shape = new ShapeReader(text, named, kinds).read();
        shapes.put(text, shape);
      }
      return shape;
    }
  }
}
