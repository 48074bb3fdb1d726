package dev.plimsoll.model;

import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.parse.yaml.tree.YamlFile;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.parse.yaml.tree.YamlNode.Style;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Facet;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;

/** What each node of a YAML file says, and where it stands. */
public final class PlacedFacets {

  private final YamlFacets facets = new YamlFacets();
  private final List<PlacedFacet> found = new ArrayList<>();

  /** Those of all documents of a file, the same as {@link YamlFacets} gives. */
  public List<PlacedFacet> of(YamlFile yaml) {
    for (YamlDocument document : yaml.documents()) {
      found.add(new PlacedFacet(new Facet(Anchor.FILE, "document"), Span.at(0), 0, false, -1));
      if (document.root().isPresent()) {
        YamlNode root = document.root().get();
        add(root, Anchor.FILE, Span.at(root.slice().span().start()), -1);
      }
    }
    return found;
  }

  private void add(YamlNode node, Anchor anchor, Span key, int above) {
    int index = found.size();
    Facet facet = new Facet(anchor, facets.says(node));
    Span span = key.union(node.slice().span());
    found.add(new PlacedFacet(facet, span, key.end(), isBlock(node), above));
    if (node instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        Anchor below = anchor.child(YamlOutline.segment(entry.key()));
        add(entry.value(), below, entry.key().slice().span(), index);
      }
    } else if (node instanceof Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        add(item, anchor, Span.at(item.slice().span().start()), index);
      }
    }
  }

  private static boolean isBlock(YamlNode node) {
    return node instanceof Scalar scalar
        && (scalar.style() == Style.LITERAL || scalar.style() == Style.FOLDED);
  }
}
