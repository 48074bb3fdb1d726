package dev.plimsoll.policy;

import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Alias;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.policy.path.Match;
import dev.plimsoll.policy.path.PathDocument;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.Optional;

/**
 * What an assertion looks at.
 *
 * @param owner what a path found
 * @param field how the part of it is called that is judged; empty for all of it
 * @param found that part; absent where there is none
 */
record Target(PathDocument document, Match owner, String field, Optional<Match> found) {

  /** Whether a key is judged, which messages name already. */
  boolean isKey() {
    return field.equals(Field.KEYS);
  }

  /** What is known of it; nothing for one that is absent, or an alias for nothing. */
  Optional<YamlNode> node() {
    return found.isPresent() && !(found.get().node() instanceof Alias)
        ? Optional.of(found.get().node())
        : Optional.empty();
  }

  Optional<Scalar> scalar() {
    return node().isPresent() && node().get() instanceof Scalar scalar
        ? Optional.of(scalar)
        : Optional.empty();
  }

  /** Whether it is surely not there. */
  boolean isAbsent() {
    return found.isEmpty() && !document.isOpen(owner.node());
  }

  /** A text itself; else the key of what it is, or of what lacks it. */
  Slice place() {
    Optional<Scalar> scalar = scalar();
    if (scalar.isPresent() && !scalar.get().slice().span().isEmpty()) {
      return scalar.get().slice();
    }
    return found.orElse(owner).owner();
  }

  /** How messages call it: by its key, or the key of the list that it stands in. */
  Object name() {
    if (found.isEmpty() && !field.isEmpty()) {
      return field;
    }
    Optional<Match> at = Optional.of(found.orElse(owner));
    while (at.isPresent()) {
      if (at.get().key().isPresent()) {
        return text(at.get().key().get());
      }
      at = at.get().parent();
    }
    return "the file";
  }

  Object value() {
    Optional<Scalar> scalar = scalar();
    return scalar.isPresent()
        ? text(scalar.get())
        : node().isPresent() ? node().get().kind() : "nothing";
  }

  /** A text as messages quote it, with its place, so that a secret is masked. */
  static Object text(Scalar scalar) {
    return scalar.isNull() ? "nothing" : new Value.Known(scalar.text(), scalar.slice());
  }
}
