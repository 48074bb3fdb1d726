package dev.plimsoll.model.openapi;

import dev.plimsoll.text.Cells;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which fields the objects of a version have: {@code openapi-fields.tsv}. */
final class FieldTable {

  private final Map<ObjectKind, Map<String, Field>> kinds = new EnumMap<>(ObjectKind.class);

  private final Map<ObjectKind, List<String>> required = new EnumMap<>(ObjectKind.class);

  private FieldTable() {}

  /** The table of a version, read anew. */
  static FieldTable of(OpenApiVersion version) {
    FieldTable table = new FieldTable();
    for (ObjectKind kind : ObjectKind.values()) {
      table.kinds.put(kind, new LinkedHashMap<>());
      table.required.put(kind, new ArrayList<>());
    }
    for (String rows : OpenApiFieldRows.PARTS) {
      int at = 1;
      while (at < rows.length()) {
        int end = rows.indexOf('\n', at);
        table.add(rows.substring(at, end), version);
        at = end + 1;
      }
    }
    return table;
  }

  private void add(String row, OpenApiVersion version) {
    int kind = row.indexOf('\t');
    int versions = row.indexOf('\t', kind + 1);
    int found = row.indexOf(version.id(), kind);
    if (found < 0 || found > versions) {
      return;
    }
    List<String> cells = Cells.of(row);
    ObjectKind owner = ObjectKind.of(cells.get(0)).orElseThrow();
    Map<String, Field> fields = kinds.get(owner);
    List<String> needed = required.get(owner);
    if (fields != null && needed != null) {
      fields.put(cells.get(2), Field.of(cells.get(2), cells.get(3)));
      if (cells.get(4).equals("required")) {
        needed.add(cells.get(2));
      }
    }
  }

  /** The versions in which objects of a kind have a field. */
  static List<OpenApiVersion> versionsWith(ObjectKind kind, String field) {
    List<OpenApiVersion> versions = new ArrayList<>();
    for (OpenApiVersion version : OpenApiVersion.values()) {
      if (of(version).of(kind).containsKey(field)) {
        versions.add(version);
      }
    }
    return versions;
  }

  /** The names of the fields that each object of a kind must have. */
  List<String> required(ObjectKind kind) {
    return required.getOrDefault(kind, List.of());
  }

  /** The fields of a kind of objects; none where its keys are names. */
  Map<String, Field> of(ObjectKind kind) {
    return kinds.getOrDefault(kind, Map.of());
  }
}
