package dev.plimsoll.policy;

import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.policy.path.JsonPath;
import dev.plimsoll.policy.path.Match;
import dev.plimsoll.policy.path.PathDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which part of what a path finds is judged. */
public sealed interface Field {

  /** How the keys of a mapping are called. */
  String KEYS = "@key";

  List<Target> of(PathDocument document, Match match);

  /** All of it. */
  record Whole() implements Field {
    @Override
    public List<Target> of(PathDocument document, Match match) {
      return List.of(new Target(document, match, "", Optional.of(match)));
    }
  }

  /** Each of its keys. */
  record Keys() implements Field {
    @Override
    public List<Target> of(PathDocument document, Match match) {
      List<Target> targets = new ArrayList<>();
      for (Match entry : document.entries(match)) {
        Match key = new Match(entry.key().orElseThrow(), entry.key(), -1, Optional.of(match));
        targets.add(new Target(document, match, KEYS, Optional.of(key)));
      }
      return targets;
    }
  }

  /** The value of a key. */
  record Child(String name) implements Field {
    @Override
    public List<Target> of(PathDocument document, Match match) {
      boolean none = match.node() instanceof Scalar scalar && scalar.isNull();
      return match.node() instanceof Mapping || none
          ? List.of(new Target(document, match, name, document.child(match, name)))
          : List.of();
    }
  }

  /** What a path finds from there; one target without a value where that is nothing. */
  record Below(JsonPath path) implements Field {
    @Override
    public List<Target> of(PathDocument document, Match match) {
      List<Target> targets = new ArrayList<>();
      for (Match found : path.findFrom(document, match)) {
        targets.add(new Target(document, match, path.toString(), Optional.of(found)));
      }
      return targets.isEmpty()
          ? List.of(new Target(document, match, path.toString(), Optional.empty()))
          : targets;
    }
  }
}
