package dev.plimsoll.parse.small.tree;

import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The targets of a {@code docker-bake.hcl} or {@code docker-bake.json}, as far as texts without
 * variables say what they build. Source: docs.docker.com, Bake file reference.
 *
 * @param targets in the order of the file
 */
public record BakeFile(List<Target> targets) {

  public BakeFile {
    targets = List.copyOf(targets);
  }

  /** What a target says of where it is built. */
  public enum Key {
    CONTEXT,
    DOCKERFILE,
    /** The stage. */
    TARGET
  }

  /**
   * A target.
   *
   * @param name without quotes; where a matrix makes several of it, with its variables
   * @param texts what stands at a key; a text that holds a variable is empty
   * @param inherits the targets whose keys it takes over, the last before the others
   */
  public record Target(Slice name, Map<Key, Optional<Slice>> texts, List<String> inherits) {
    public Target {
      texts = Map.copyOf(texts);
      inherits = List.copyOf(inherits);
    }
  }

  /** A key of a target, its own or inherited. */
  public sealed interface Setting {

    /** The text that stands there, without quotes. */
    record Written(Slice text) implements Setting {}

    /** Nothing: the default counts. */
    record Absent() implements Setting {}

    /** A variable or a function decides. */
    record Open() implements Setting {}
  }

  /** What holds for a key of a target. */
  public Setting setting(Target target, Key key) {
    return setting(target, key, new HashMap<>());
  }

  /**
   * The same.
   *
   * @param known what holds for targets that were asked; Bake refuses those that inherit from
   *     themselves
   */
  private Setting setting(Target target, Key key, Map<String, Setting> known) {
    Optional<Slice> own = target.texts().get(key);
    if (own != null) {
      return own.isPresent() ? new Setting.Written(own.get()) : new Setting.Open();
    }
    String name = target.name().text();
    Setting before = known.get(name);
    if (before != null) {
      return before;
    }
    known.put(name, new Setting.Open());
    List<String> parents = new ArrayList<>(target.inherits());
    for (int i = parents.size() - 1; i >= 0; i--) {
      Optional<Target> parent = target(parents.get(i));
      Setting inherited = parent.isEmpty() ? new Setting.Open() : setting(parent.get(), key, known);
      if (!(inherited instanceof Setting.Absent)) {
        return inherited;
      }
    }
    known.put(name, new Setting.Absent());
    return new Setting.Absent();
  }

  /** The target of that name; of several, the last. */
  public Optional<Target> target(String name) {
    for (int i = targets.size() - 1; i >= 0; i--) {
      if (targets.get(i).name().text().equals(name)) {
        return Optional.of(targets.get(i));
      }
    }
    return Optional.empty();
  }
}
