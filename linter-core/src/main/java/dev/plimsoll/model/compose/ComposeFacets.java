package dev.plimsoll.model.compose;

import dev.plimsoll.model.YamlFacets;
import dev.plimsoll.model.YamlOutline;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Facet;
import java.util.List;
import java.util.Optional;

/** What a Compose file says: alike for two writings that Compose reads alike. */
final class ComposeFacets extends YamlFacets {

  /** What Compose reads past since 1.27. */
  private static final Anchor VERSION = Anchor.FILE.child("version");

  @Override
  protected void addEntry(Entry entry, Anchor anchor, List<Facet> facets) {
    Anchor below = anchor.child(PromotedExtensions.today(YamlOutline.segment(entry.key())));
    Optional<YamlNode> name = External.name(entry);
    if (name.isPresent()) {
      facets.add(new Facet(below, "BOOLEAN&=true"));
      add(name.get(), anchor.child("name"), facets);
    } else if (!below.equals(VERSION)) {
      add(entry.value(), below, facets);
    }
  }

  @Override
  protected void addItems(Sequence list, Anchor anchor, List<Facet> facets) {
    boolean isEnvironment =
        anchor.address().startsWith("services/") && anchor.address().endsWith("/environment");
    if (!isEnvironment) {
      super.addItems(list, anchor, facets);
      return;
    }
    List<Optional<Scalar>> set = ComposeFile.replacements(list);
    for (int i = 0; i < list.items().size(); i++) {
      if (set.get(i).isEmpty()) { // a line that is set again has no effect
        add(list.items().get(i), anchor, facets);
      }
    }
  }

  @Override
  protected String properties(YamlNode node) {
    return node.properties().tag().orElse("") + super.properties(node);
  }

  @Override
  protected String scalar(Scalar scalar) {
    ComposeNode.Scalar read = PlainScalars.of(scalar);
    return read.type().name() + properties(scalar) + '=' + read.text();
  }
}
