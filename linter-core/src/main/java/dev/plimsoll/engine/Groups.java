package dev.plimsoll.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Connected components: the files that fixes touch, and the project's edges between them. */
final class Groups {

  private final Map<String, String> parent = new HashMap<>();

  void connect(String one, String other) {
    String first = root(one);
    String second = root(other);
    if (!first.equals(second)) {
      parent.put(
          first.compareTo(second) < 0 ? second : first,
          first.compareTo(second) < 0 ? first : second);
    }
  }

  private String root(String file) {
    String at = file;
    while (true) {
      String above = parent.getOrDefault(at, at);
      if (above.equals(at)) {
        return at;
      }
      parent.put(at, parent.getOrDefault(above, above));
      at = above;
    }
  }

  /** One component. */
  record Component(List<Candidate> fixes, SortedSet<String> files) {}

  /** The components that hold fixes, in the order of their first file. */
  List<Component> components(List<Candidate> fixes, Iterable<String> allFiles) {
    Map<String, Component> byRoot = new TreeMap<>();
    for (Candidate fix : fixes) {
      String root = root(fix.files().first());
      byRoot
          .computeIfAbsent(root, r -> new Component(new ArrayList<>(), new TreeSet<>()))
          .fixes()
          .add(fix);
    }
    for (String file : allFiles) {
      Component component = byRoot.get(root(file));
      if (component != null) {
        component.files().add(file);
      }
    }
    for (Component component : byRoot.values()) {
      for (Candidate fix : component.fixes()) {
        component.files().addAll(fix.files());
      }
    }
    return new ArrayList<>(byRoot.values());
  }
}
