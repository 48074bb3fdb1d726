package dev.plimsoll.model.script;

import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.parse.yaml.tree.YamlFile;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.text.Span;
import java.util.Optional;

/**
 * A key with its value, or an item of a list.
 *
 * @param span empty where there is none
 * @param isFirst whether nothing stands before it
 */
record WorkflowNode(Span span, boolean isFirst) {

  /** What begins first at or behind an offset; of two that begin there, the outer. */
  static WorkflowNode after(YamlFile yaml, int offset) {
    boolean isFirst = true;
    for (YamlDocument document : yaml.documents()) {
      if (document.root().isPresent()) {
        YamlNode root = document.root().get();
        Optional<Span> found = within(root, offset);
        isFirst &= root.slice().place().span().start() >= offset;
        if (found.isPresent()) {
          return new WorkflowNode(found.get(), isFirst);
        }
      }
    }
    return new WorkflowNode(Span.at(offset), isFirst);
  }

  private static Optional<Span> within(YamlNode node, int offset) {
    if (node instanceof YamlNode.Mapping mapping) {
      for (YamlNode.Entry entry : mapping.entries()) {
        Span key = entry.key().slice().place().span();
        Span value = entry.value().slice().place().span();
        Optional<Span> found = in(new Span(key.start(), value.end()), entry.value(), offset);
        if (found.isPresent()) {
          return found;
        }
      }
    } else if (node instanceof YamlNode.Sequence list) {
      for (YamlNode item : list.items()) {
        Optional<Span> found = in(item.slice().place().span(), item, offset);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Span> in(Span whole, YamlNode inner, int offset) {
    if (whole.start() >= offset) {
      return Optional.of(whole);
    }
    return whole.end() > offset ? within(inner, offset) : Optional.empty();
  }
}
