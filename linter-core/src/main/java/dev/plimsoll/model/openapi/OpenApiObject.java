package dev.plimsoll.model.openapi;

import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import java.util.Optional;

/**
 * An object of a document, where it is defined.
 *
 * @param key where it is called by its name, or the item itself
 * @param name the key, decoded; of an item that of the list, of the document none
 * @param parent the object around it; nothing for the document
 */
public record OpenApiObject(
    ObjectKind kind,
    Mapping node,
    Slice key,
    String name,
    Anchor anchor,
    Optional<OpenApiObject> parent) {

  /** The value of a field as it is written. */
  public Optional<YamlNode> find(String field) {
    return node.find(field);
  }

  /** The value of a field that is a scalar. */
  public Optional<Scalar> scalar(String field) {
    Optional<YamlNode> value = node.find(field);
    return value.isPresent() && value.get() instanceof Scalar scalar
        ? Optional.of(scalar)
        : Optional.empty();
  }

  /** The text of such a field; empty where it is none. */
  public String text(String field) {
    Optional<Scalar> scalar = scalar(field);
    return scalar.isPresent() ? scalar.get().text() : "";
  }

  /** The key of a field, for what is wrong with all of its value. */
  public Optional<Slice> keyOf(String field) {
    Optional<YamlNode.Entry> entry = node.entry(field);
    return entry.isPresent() ? Optional.of(entry.get().key().slice()) : Optional.empty();
  }

  /** How messages call it: "the header Limit", or "a header" where it has no name of its own. */
  public String label() {
    String own = ownName();
    String label = kind.label();
    return own.isEmpty() ? label : "the" + label.substring(label.indexOf(' ')) + " " + own;
  }

  /** Only of some kinds is the key a name; an item of a list may have one in it. */
  private String ownName() {
    boolean isItem = key.equals(node.slice());
    return switch (kind) {
      case PARAMETER, TAG -> isItem ? text("name") : name;
      case SECURITY_SCHEME,
          OAUTH_FLOW,
          SERVER_VARIABLE,
          RESPONSE,
          HEADER,
          LINK,
          EXAMPLE,
          MEDIA_TYPE,
          ENCODING ->
          isItem ? "" : name;
      default -> "";
    };
  }

  /** The nearest object around it of a kind, itself among them. */
  public Optional<OpenApiObject> within(ObjectKind other) {
    Optional<OpenApiObject> at = Optional.of(this);
    while (at.isPresent() && at.get().kind() != other) {
      at = at.get().parent();
    }
    return at;
  }

  /** A part of its name where it is written; all of it where the name is written with escapes. */
  public Slice part(int start, int end) {
    String text = key.text();
    int quote = text.startsWith("\"") || text.startsWith("'") ? 1 : 0;
    return text.length() == name.length() + 2 * quote && text.startsWith(name, quote)
        ? key.part(quote + start, quote + end)
        : key;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // one object for one place of a document
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
