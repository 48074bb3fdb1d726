package dev.plimsoll.model;

import dev.plimsoll.parse.yaml.tree.CoreSchema;
import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.parse.yaml.tree.YamlFile;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Facet;
import java.util.ArrayList;
import java.util.List;

/** What each node of a YAML file says by the core schema; a language may read some otherwise. */
public class YamlFacets {

  /** The facets of all documents of a file. */
  public final List<Facet> of(YamlFile yaml) {
    List<Facet> facets = new ArrayList<>();
    for (YamlDocument document : yaml.documents()) {
      facets.add(new Facet(Anchor.FILE, "document"));
      if (document.root().isPresent()) {
        add(document.root().get(), Anchor.FILE, facets);
      }
    }
    return facets;
  }

  /** Adds those of a node and of what stands in it. */
  protected final void add(YamlNode node, Anchor anchor, List<Facet> facets) {
    facets.add(new Facet(anchor, says(node)));
    if (node instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        addEntry(entry, anchor, facets);
      }
    } else if (node instanceof Sequence list) {
      addItems(list, anchor, facets);
    }
  }

  /** What a node says by itself, apart from what stands in it. */
  final String says(YamlNode node) {
    if (node instanceof Mapping) {
      return "mapping" + properties(node);
    }
    if (node instanceof Sequence) {
      return "list" + properties(node);
    }
    return node instanceof Scalar scalar ? scalar(scalar) : node.slice().text();
  }

  /** Adds those of an entry of the mapping that has the address. */
  protected void addEntry(Entry entry, Anchor anchor, List<Facet> facets) {
    add(entry.value(), anchor.child(YamlOutline.segment(entry.key())), facets);
  }

  /** Adds those of the items of the list that has the address. */
  protected void addItems(Sequence list, Anchor anchor, List<Facet> facets) {
    for (YamlNode item : list.items()) {
      add(item, anchor, facets);
    }
  }

  /** What stands before a value and counts; a tag counts by the type that it gives a scalar. */
  protected String properties(YamlNode node) {
    return '&' + node.properties().anchor().orElse("");
  }

  /** What a scalar says. */
  protected String scalar(Scalar scalar) {
    return CoreSchema.type(scalar).name() + properties(scalar) + '=' + scalar.text();
  }
}
