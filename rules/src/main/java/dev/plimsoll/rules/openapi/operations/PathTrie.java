package dev.plimsoll.rules.openapi.operations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The paths of an API by their segments. */
final class PathTrie {

  /** Up to so many places are looked at for one path: few are where paths are told apart early. */
  private static final int MOST_STEPS = 1000;

  private final Node root = new Node();

  private static final class Node {
    private final Map<String, Node> below = new LinkedHashMap<>();
    private final List<PathSegments> ends = new ArrayList<>();
  }

  void add(PathSegments path) {
    Node node = root;
    for (String segment : path.segments()) {
      Node next = node.below.get(segment);
      if (next == null) {
        next = new Node();
        node.below.put(segment, next);
      }
      node = next;
    }
    node.ends.add(path);
  }

  /**
   * The paths that match a URL which a path matches, too, where each has a literal segment for a
   * variable of the other one, and the path has the first of them.
   */
  List<PathSegments> rivals(PathSegments path) {
    Search search = new Search(path);
    Node node = root;
    for (int i = 0; i < path.segments().size() && node != null; i++) {
      Node variable = node.below.get(PathSegments.VARIABLE);
      if (!path.isVariable(i) && variable != null) {
        search.below(variable, i + 1, false);
      }
      node = node.below.get(path.segments().get(i));
    }
    return search.found;
  }

  private static final class Search {
    private final PathSegments path;
    private final List<PathSegments> found = new ArrayList<>();
    private int steps;

    Search(PathSegments path) {
      this.path = path;
    }

    /**
     * Looks on.
     *
     * @param isBeaten whether the other one had a literal segment for a variable of the path
     */
    void below(Node node, int index, boolean isBeaten) {
      steps++;
      if (steps > MOST_STEPS) {
        return;
      }
      if (index == path.segments().size()) {
        found.addAll(isBeaten ? node.ends : List.of());
      } else if (path.isVariable(index)) {
        for (Map.Entry<String, Node> entry : node.below.entrySet()) {
          boolean isLiteral = !entry.getKey().equals(PathSegments.VARIABLE);
          if (!entry.getKey().isEmpty()) {
            below(entry.getValue(), index + 1, isBeaten || isLiteral);
          }
        }
      } else {
        Node same = node.below.get(path.segments().get(index));
        Node variable = node.below.get(PathSegments.VARIABLE);
        if (same != null) {
          below(same, index + 1, isBeaten);
        }
        if (variable != null && !path.segments().get(index).isEmpty()) {
          below(variable, index + 1, isBeaten);
        }
      }
    }
  }
}
