package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Items;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service of a merged set.
 *
 * @param key its name where it was written last
 * @param body in long forms
 */
public record ComposeService(String name, Slice key, Table body) {

  /** The address of the service. */
  public Anchor anchor() {
    return ComposeFile.anchor(path());
  }

  /** The address of one of its keys. */
  public Anchor anchor(String below) {
    return anchor().child(below);
  }

  public ComposePath path() {
    return new ComposePath(List.of("services", name));
  }

  /** What stands at keys below it, one within the other. */
  public Optional<ComposeNode> find(String... keys) {
    Optional<ComposeNode> node = Optional.of(body);
    for (String each : keys) {
      node =
          node.isPresent() && node.get() instanceof Table table
              ? table.find(each)
              : Optional.empty();
    }
    return node;
  }

  /** The text or number at keys below it; nothing where it is empty. */
  public Optional<Scalar> scalar(String... keys) {
    Optional<ComposeNode> node = find(keys);
    return node.isPresent()
            && node.get() instanceof Scalar scalar
            && scalar.type() != ComposeNode.Type.NULL
        ? Optional.of(scalar)
        : Optional.empty();
  }

  /** The items of the list at keys below it; none where it is no list. */
  public List<ComposeNode> items(String... keys) {
    Optional<ComposeNode> node = find(keys);
    return node.isPresent() && node.get() instanceof Items items ? items.items() : List.of();
  }

  /** The members of the mapping at keys below it; none where it is no mapping. */
  public Map<String, Member> members(String... keys) {
    Optional<ComposeNode> node = find(keys);
    return node.isPresent() && node.get() instanceof Table table ? table.members() : Map.of();
  }

  /** The profiles that it belongs to; none where it always runs. */
  public List<String> profiles() {
    List<String> profiles = new ArrayList<>();
    for (ComposeNode item : items("profiles")) {
      if (item instanceof Scalar scalar) {
        profiles.add(scalar.text());
      }
    }
    return profiles;
  }

  /** Whether both run where a single profile is chosen, or none. */
  public boolean runsBeside(ComposeService other) {
    if (!runs() || !other.runs()) {
      return false;
    }
    List<String> own = profiles();
    List<String> others = other.profiles();
    return own.isEmpty() || others.isEmpty() || !Collections.disjoint(own, others);
  }

  /** Whether it runs at all: not where it is scaled to nothing. */
  public boolean runs() {
    Optional<Scalar> scale = scalar("scale");
    Optional<Scalar> count = scale.isPresent() ? scale : scalar("deploy", "replicas");
    return count.isEmpty() || !count.get().text().equals("0");
  }

  /** What is laid over paths of its containers, in the order of its keys. */
  public List<ServiceMount> mounts() {
    return ServiceMounts.of(this);
  }

  /** A key of the service as it was written last. */
  public Optional<Slice> keySlice(String key) {
    Member member = body.members().get(key);
    return member == null ? Optional.empty() : Optional.of(member.key());
  }

  /** Whether a key stands in it. */
  public boolean has(String key) {
    return body.find(key).isPresent();
  }
}
