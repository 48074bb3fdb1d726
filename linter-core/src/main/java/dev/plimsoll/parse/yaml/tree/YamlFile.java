package dev.plimsoll.parse.yaml.tree;

import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;

/** A whole file, without what is wrong with it. */
public final class YamlFile {

  private final List<YamlDocument> documents;
  private final List<Slice> comments;
  private final List<Slice> unread;
  private final List<Slice> cut;
  private volatile Optional<YamlUses> uses = Optional.empty();

  public YamlFile(
      List<YamlDocument> documents, List<Slice> comments, List<Slice> unread, List<Slice> cut) {
    this.documents = List.copyOf(documents);
    this.comments = List.copyOf(comments);
    this.unread = List.copyOf(unread);
    this.cut = List.copyOf(cut);
  }

  public List<YamlDocument> documents() {
    return documents;
  }

  /** From {@code #} to the end of their line, in the order of the text. */
  public List<Slice> comments() {
    return comments;
  }

  /** What an error cost: from the last node before it to where reading went on. */
  public List<Slice> unread() {
    return unread;
  }

  /** The slices of the nodes that an error ended early: they may have had more in them. */
  public List<Slice> cut() {
    return cut;
  }

  /** Whether an error hides a part of a node, so that nothing can be said to be absent from it. */
  public boolean isCut(YamlNode node) {
    return !cut.isEmpty() && cut.contains(node.slice());
  }

  /** Its aliases and brackets, looked up when first asked for. */
  public YamlUses uses() {
    Optional<YamlUses> known = uses;
    return known.isPresent() ? known.get() : makeUses();
  }

  private synchronized YamlUses makeUses() {
    YamlUses made = uses.isPresent() ? uses.get() : new YamlUses(this);
    uses = Optional.of(made);
    return made;
  }
}
