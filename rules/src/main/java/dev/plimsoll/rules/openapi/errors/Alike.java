package dev.plimsoll.rules.openapi.errors;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Schemas of errors that are written out alike in several places: what is wrong with one is wrong
 * with all, and said once. A schema with a name stands alone.
 */
record Alike(List<ErrorSchema> schemas) {

  private static final int DEEPEST = 4;
  private static final int LONGEST = 10_000;

  Alike {
    schemas = List.copyOf(schemas);
  }

  /** Those among schemas, each where its first stands. */
  static List<Alike> among(Collection<ErrorSchema> schemas) {
    Map<String, List<ErrorSchema>> groups = new LinkedHashMap<>();
    for (ErrorSchema schema : schemas) {
      String key = schema.isShared() ? "#" + groups.size() : signature(schema.shape());
      groups.computeIfAbsent(key, unused -> new ArrayList<>()).add(schema);
    }
    List<Alike> found = new ArrayList<>();
    for (List<ErrorSchema> group : groups.values()) {
      found.add(new Alike(group));
    }
    return found;
  }

  ErrorSchema first() {
    return schemas.get(0);
  }

  /** How a message begins that is about them: {@code the schema here and in 3 other responses}. */
  String label() {
    return schemas.size() == 1
        ? first().label()
        : "this schema, written out " + schemas.size() + " times,";
  }

  /** The names and types of a shape and of all in it, in one order. */
  static String signature(ErrorShape shape) {
    StringBuilder signature = new StringBuilder();
    append(shape, 0, signature);
    return signature.toString();
  }

  private static void append(ErrorShape shape, int depth, StringBuilder signature) {
    signature.append(shape.types());
    if (depth == DEEPEST || signature.length() > LONGEST) {
      return;
    }
    List<String> names = new ArrayList<>(shape.names());
    names.sort(null);
    for (String name : names) {
      signature.append('{').append(name).append(':');
      append(shape.of(name), depth + 1, signature);
      signature.append('}');
    }
    if (shape.isList()) {
      append(shape.items(), depth + 1, signature.append('['));
    }
    if (shape.isMap()) {
      append(shape.values(), depth + 1, signature.append('*'));
    }
  }
}
