package dev.plimsoll.parse.yaml.tree;

import dev.plimsoll.text.Slice;
import java.util.List;

/**
 * A whole file, without what is wrong with it.
 *
 * @param comments from {@code #} to the end of their line, in the order of the text
 * @param unread what an error cost: from the last node before it to where reading went on
 * @param cut the slices of the nodes that an error ended early: they may have had more in them
 */
public record YamlFile(
    List<YamlDocument> documents, List<Slice> comments, List<Slice> unread, List<Slice> cut) {

  public YamlFile {
    documents = List.copyOf(documents);
    comments = List.copyOf(comments);
    unread = List.copyOf(unread);
    cut = List.copyOf(cut);
  }

  /** Whether an error hides a part of a node, so that nothing can be said to be absent from it. */
  public boolean isCut(YamlNode node) {
    return !cut.isEmpty() && cut.contains(node.slice());
  }
}
