package dev.plimsoll.rules.openapi.naming;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The ids of a description's operations, and new ones for those without. */
final class OperationIds {

  private final Set<String> taken = new HashSet<>();
  private final int shared;

  OperationIds(OpenApiDescription api) {
    List<List<String>> paths = new ArrayList<>();
    for (OpenApiObject operation : api.objects(ObjectKind.OPERATION)) {
      taken.add(operation.text("operationId"));
    }
    for (OpenApiObject item : api.objects(ObjectKind.PATH_ITEM)) {
      if (isPath(item)) {
        paths.add(segments(item.name()));
      }
    }
    this.shared = shared(paths);
  }

  static boolean isPath(OpenApiObject object) {
    return object.kind() == ObjectKind.PATH_ITEM
        && object.parent().isPresent()
        && object.parent().get().kind() == ObjectKind.PATHS;
  }

  /** How many segments all of the paths begin with, and each goes on behind. */
  private static int shared(List<List<String>> paths) {
    if (paths.size() < 2) {
      return 0;
    }
    List<String> first = paths.get(0);
    int shared = first.size() - 1;
    for (List<String> path : paths) {
      shared = Math.min(shared, path.size() - 1);
      for (int i = 0; i < shared; i++) {
        if (!path.get(i).equals(first.get(i)) || path.get(i).indexOf('{') >= 0) {
          shared = i;
        }
      }
    }
    return Math.max(0, shared);
  }

  private static List<String> segments(String path) {
    List<String> segments = new ArrayList<>();
    for (String segment : path.split("/", -1)) {
      if (!segment.isEmpty()) {
        segments.add(segment);
      }
    }
    return segments;
  }

  /** An id that no other operation has: {@code getOrdersById} for {@code GET /orders/{id}}. */
  String create(OpenApiObject operation) {
    String path = operation.parent().orElseThrow().name();
    StringBuilder id = new StringBuilder(operation.name().toLowerCase(Locale.ROOT));
    List<String> segments = segments(path);
    for (String segment : segments.subList(Math.min(shared, segments.size()), segments.size())) {
      append(segment, id);
    }
    if (segments.isEmpty()) {
      id.append("Root");
    }
    return unique(id.toString());
  }

  private static void append(String segment, StringBuilder id) {
    boolean isStart = true;
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      boolean isPart = c < 0x80 && Character.isLetterOrDigit(c);
      if (c == '{') {
        id.append("By");
      }
      if (isPart) {
        id.append(isStart ? Character.toUpperCase(c) : c);
      }
      isStart = !isPart;
    }
  }

  /** The name itself, or with a number that no other operation has. */
  String unique(String name) {
    String id = name;
    for (int number = 2; !taken.add(id); number++) {
      id = name + number;
    }
    return id;
  }
}
