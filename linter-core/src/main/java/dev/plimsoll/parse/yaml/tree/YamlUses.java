package dev.plimsoll.parse.yaml.tree;

import dev.plimsoll.parse.yaml.tree.YamlNode.Alias;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which alias stands for which anchored node, and what stands within brackets. */
public final class YamlUses {

  /** An anchored node. */
  public record Target(String name, Span span) {}

  /** An alias and what it stands for. */
  public record Use(Span alias, String name, Optional<Target> target) {}

  private final List<Target> targets = new ArrayList<>();
  private final List<Use> uses = new ArrayList<>();
  private final List<Span> brackets = new ArrayList<>(); // those within no others, in order
  private final Map<String, Target> current = new HashMap<>();

  YamlUses(YamlFile file) {
    for (YamlDocument document : file.documents()) {
      current.clear();
      if (document.root().isPresent()) {
        pass(document.root().get());
      }
    }
  }

  private void pass(YamlNode node) {
    Span span = node.slice().span();
    if (node.properties().anchor().isPresent()) {
      Target target = new Target(node.properties().anchor().get(), span);
      targets.add(target);
      current.put(target.name(), target);
    }
    if (node instanceof Alias alias) {
      uses.add(new Use(span, alias.name(), Optional.ofNullable(current.get(alias.name()))));
    } else if (node instanceof Mapping mapping) {
      bracket(node);
      for (Entry entry : mapping.entries()) {
        pass(entry.key());
        pass(entry.value());
      }
    } else if (node instanceof Sequence sequence) {
      bracket(node);
      for (YamlNode item : sequence.items()) {
        pass(item);
      }
    }
  }

  private void bracket(YamlNode node) {
    Span span = node.slice().span();
    boolean isOuter = brackets.isEmpty() || !brackets.get(brackets.size() - 1).contains(span);
    if (isOuter && isBracket(node)) {
      brackets.add(span);
    }
  }

  /** Whether a node is a collection written in brackets of its own. */
  public static boolean isBracket(YamlNode node) {
    Slice slice = node.slice();
    if (slice.span().isEmpty() || !(node instanceof Mapping || node instanceof Sequence)) {
      return false;
    }
    int start = slice.span().start();
    char first = slice.source().content().charAt(start);
    boolean key =
        node instanceof Mapping mapping
            && !mapping.entries().isEmpty()
            && mapping.entries().get(0).key().slice().span().start() == start;
    return (first == '{' || (first == '[' && node instanceof Sequence)) && !key;
  }

  /** Whether a place stands within brackets, not being them. */
  public boolean inBrackets(Span place) {
    int from = 0;
    int to = brackets.size();
    while (from < to) {
      int middle = (from + to) / 2;
      Span bracket = brackets.get(middle);
      if (bracket.contains(place)) {
        return !bracket.equals(place);
      }
      from = bracket.end() <= place.start() ? middle + 1 : from;
      to = bracket.end() <= place.start() ? to : middle;
    }
    return false;
  }

  /** The anchor through which a change of a place changes other places too. */
  public Optional<String> sharedThrough(Span place) {
    for (Use use : uses) {
      if (use.target().isPresent() && use.target().get().span().contains(place)) {
        return Optional.of(use.name());
      }
    }
    return Optional.empty();
  }

  /** An anchor within a range for which an alias outside of it stands. */
  public Optional<String> neededOutside(Span range) {
    for (Use use : uses) {
      if (use.target().isPresent()
          && range.contains(use.target().get().span())
          && !range.contains(use.alias())) {
        return Optional.of(use.name());
      }
    }
    return Optional.empty();
  }

  /** An alias within a range that stands for something outside of it. */
  public Optional<String> neededInside(Span range) {
    for (Use use : uses) {
      boolean inside = use.target().isPresent() && range.contains(use.target().get().span());
      if (range.contains(use.alias()) && !inside) {
        return Optional.of(use.name());
      }
    }
    return Optional.empty();
  }

  /** The anchored nodes for which no alias stands, in the order of the text. */
  public List<Target> unused() {
    Set<Target> used = new HashSet<>();
    for (Use use : uses) {
      if (use.target().isPresent()) {
        used.add(use.target().get());
      }
    }
    List<Target> unused = new ArrayList<>();
    for (Target target : targets) {
      if (!used.contains(target)) {
        unused.add(target);
      }
    }
    return unused;
  }

  /** The names of the anchors within a range. */
  public List<String> anchors(Span range) {
    List<String> names = new ArrayList<>();
    for (Target target : targets) {
      if (range.contains(target.span())) {
        names.add(target.name());
      }
    }
    return names;
  }
}
