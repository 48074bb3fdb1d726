package dev.plimsoll.engine;

import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.model.SourceModel;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.parse.yaml.tree.CoreSchema;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.text.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Proves that what fixes put behind references still reads the same: the resolved document is equal
 * at each anchor for which {@link ModelChange.Kind#SHARING} is declared.
 */
final class SharingProof {

  private final OpenApiDescription before;
  private final OpenApiDescription after;

  private SharingProof(OpenApiFile before, OpenApiFile after) {
    this.before = OpenApiDescription.of(before);
    this.after = OpenApiDescription.of(after);
  }

  /** Whether a fix declares that something of a file is shared. */
  static boolean isNeeded(String file, List<Candidate> fixes) {
    for (Candidate fix : fixes) {
      for (ModelChange change : fix.fix().changes()) {
        if (change.kind() == ModelChange.Kind.SHARING && change.file().equals(file)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The reason why something reads otherwise, if it does, and the fixes that say it would not. */
  static Optional<Refutation> refute(
      Optional<SourceModel> before, Optional<SourceModel> after, List<Candidate> fixes) {
    if (before.isEmpty()
        || after.isEmpty()
        || !(before.get() instanceof OpenApiFile one)
        || !(after.get() instanceof OpenApiFile other)) {
      return Optional.of(Refutation.of("only parts of an OpenAPI document can be shared"));
    }
    SharingProof proof = new SharingProof(one, other);
    List<Candidate> guilty = new ArrayList<>();
    String reason = "";
    for (Candidate fix : fixes) {
      Optional<Anchor> anchor = proof.otherwise(fix);
      if (anchor.isPresent()) {
        guilty.add(fix);
        reason =
            reason.isEmpty()
                ? "what stands at " + anchor.get() + " of " + one.name() + " would read otherwise"
                : reason;
      }
    }
    return guilty.isEmpty() ? Optional.empty() : Optional.of(new Refutation(reason, guilty));
  }

  /** The first place for which a fix declares that it is shared and that reads otherwise. */
  private Optional<Anchor> otherwise(Candidate fix) {
    for (ModelChange change : fix.fix().changes()) {
      if (change.kind() == ModelChange.Kind.SHARING
          && change.file().equals(before.entry().name())
          && !isSame(change.anchor())) {
        return Optional.of(change.anchor());
      }
    }
    return Optional.empty();
  }

  /** What was not there before may come, as nothing referred to it. */
  private boolean isSame(Anchor anchor) {
    Optional<YamlNode> was = find(before.entry(), anchor);
    Optional<YamlNode> is = find(after.entry(), anchor);
    if (was.isEmpty()) {
      return true;
    }
    Optional<Mapping> old = before.resolve(was.get());
    Optional<Mapping> now = is.isEmpty() ? Optional.empty() : after.resolve(is.get());
    return old.isPresent() && now.isPresent() && isSame(old.get(), now.get());
  }

  /** The node of an address on which no list stands. */
  private static Optional<YamlNode> find(OpenApiFile file, Anchor anchor) {
    Optional<YamlNode> node = file.anyRoot();
    for (String segment : anchor.address().split("/", -1)) {
      Optional<YamlNode> below = Optional.empty();
      if (node.isPresent() && node.get() instanceof Mapping mapping) {
        for (Entry entry : mapping.entries()) {
          if (entry.key() instanceof Scalar key && key.text().replace('/', '|').equals(segment)) {
            below = Optional.of(entry.value());
          }
        }
      }
      node = below;
    }
    return node;
  }

  private static boolean isSame(YamlNode one, YamlNode other) {
    if (one instanceof Mapping mapping && other instanceof Mapping its) {
      return isSame(mapping, its);
    }
    if (one instanceof Sequence list && other instanceof Sequence its) {
      boolean same = list.items().size() == its.items().size();
      for (int i = 0; same && i < list.items().size(); i++) {
        same = isSame(list.items().get(i), its.items().get(i));
      }
      return same;
    }
    return one instanceof Scalar scalar
        && other instanceof Scalar its
        && scalar.text().equals(its.text())
        && CoreSchema.type(scalar) == CoreSchema.type(its);
  }

  private static boolean isSame(Mapping one, Mapping other) {
    boolean same = one.entries().size() == other.entries().size();
    for (Entry entry : one.entries()) {
      Optional<YamlNode> its =
          entry.key() instanceof Scalar key ? other.find(key.text()) : Optional.empty();
      same &= its.isPresent() && isSame(entry.value(), its.get());
    }
    return same;
  }
}
