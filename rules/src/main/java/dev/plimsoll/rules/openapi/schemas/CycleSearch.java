package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Finds where schemas need themselves, in one walk whose depth no document can exhaust. */
abstract class CycleSearch {

  private static final int MOST_LABELS = 6;

  /**
   * A way back.
   *
   * @param place the reference that closes it
   * @param labels what it goes through
   */
  record Cycle(YamlNode place, List<String> labels) {

    /**
     * What is wrong with it.
     *
     * @param template for the name of the schema, and for what it goes through
     * @param separator between the labels
     */
    Finding finding(String template, String separator, OpenApiDescription api) {
      Slice slice = place.slice();
      String target = place instanceof Scalar scalar ? scalar.text() : "";
      return Finding.at(
          api.file(slice).anchor(slice),
          slice,
          template,
          target.substring(target.lastIndexOf('/') + 1),
          String.join(separator, labels));
    }
  }

  /** A schema on the way, and which of its edges are still to be followed. */
  private static final class Frame {
    private final Mapping schema;
    private final String label;
    private final List<SchemaEdge> edges;
    private int next;

    private Frame(Mapping schema, String label, List<SchemaEdge> edges) {
      this.schema = schema;
      this.label = label;
      this.edges = edges;
    }
  }

  private final Set<Mapping> done = Collections.newSetFromMap(new IdentityHashMap<>());
  private final IdentityHashMap<Mapping, Integer> depths = new IdentityHashMap<>();
  private final List<Frame> way = new ArrayList<>();
  private final List<Cycle> cycles = new ArrayList<>();

  /** The schemas that one needs. */
  abstract List<SchemaEdge> edges(Mapping schema);

  /** Follows all ways from a schema that were not followed before. */
  final void from(Mapping start) {
    if (done.contains(start)) {
      return;
    }
    enter(start, "");
    while (!way.isEmpty()) {
      Frame top = way.get(way.size() - 1);
      if (top.next == top.edges.size()) {
        way.remove(way.size() - 1);
        depths.remove(top.schema);
        done.add(top.schema);
        continue;
      }
      SchemaEdge edge = top.edges.get(top.next);
      top.next++;
      Integer depth = depths.get(edge.to());
      if (depth != null) {
        close(edge, depth);
      } else if (!done.contains(edge.to())) {
        enter(edge.to(), edge.label());
      }
    }
  }

  private void enter(Mapping schema, String label) {
    depths.put(schema, way.size());
    way.add(new Frame(schema, label, edges(schema)));
  }

  private void close(SchemaEdge edge, int depth) {
    List<String> labels = new ArrayList<>();
    for (int i = depth + 1; i < way.size() && labels.size() <= MOST_LABELS; i++) {
      if (!way.get(i).label.isEmpty()) {
        labels.add(way.get(i).label);
      }
    }
    if (!edge.label().isEmpty()) {
      labels.add(edge.label());
    }
    if (!labels.isEmpty()) {
      if (labels.size() > MOST_LABELS) {
        labels.set(MOST_LABELS, "...");
      }
      cycles.add(new Cycle(edge.place(), labels));
    }
  }

  /** What was found, in the order of the walk. */
  final List<Cycle> cycles() {
    return cycles;
  }
}
