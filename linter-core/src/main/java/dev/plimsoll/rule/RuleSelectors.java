package dev.plimsoll.rule;

import dev.plimsoll.text.NearestName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Understands selectors, the same on the command line, in configuration and in comments: {@code
 * language/name}, {@code language/*}, {@code category:x}, {@code group:x}, {@code tool:id}, {@code
 * tool:*}, {@code all}; and in short a rule's name, a category, a group or another tool's id, where
 * only one thing is called so.
 */
public final class RuleSelectors {

  /** How closely a selector speaks of a rule; the closer one wins where two disagree. */
  public enum Reach {
    /** A rule's id or name, or the id another tool has for it. */
    NAME,
    /** Everything of a kind. */
    KIND
  }

  /**
   * What a selector selects.
   *
   * @param ids empty where there is an error
   * @param error why it selects nothing, to be read after the selector and a colon
   */
  public record Resolution(SortedSet<String> ids, Reach reach, Optional<String> error) {
    public Resolution {
      ids = Collections.unmodifiableSortedSet(new TreeSet<>(ids));
    }

    static Resolution error(String message) {
      return new Resolution(new TreeSet<>(), Reach.NAME, Optional.of(message));
    }
  }

  /** Rules by the one way of writing them that is never ambiguous. */
  private final SortedMap<String, SortedSet<String>> named = new TreeMap<>();

  private final SortedMap<String, SortedSet<String>> kinds = new TreeMap<>();
  // What a short form may stand for.
  private final SortedMap<String, List<String>> shorts = new TreeMap<>();

  public RuleSelectors(List<RuleMeta> rules) {
    for (RuleMeta rule : rules) {
      add(named, rule.id(), rule);
      for (String alias : rule.aliases()) {
        add(named, alias, rule);
        add(kinds, alias.substring(0, alias.indexOf(':') + 1) + "*", rule);
      }
      add(kinds, "all", rule);
      add(kinds, rule.language() + "/*", rule);
      add(kinds, "category:" + rule.category().id(), rule);
      add(kinds, "group:" + rule.group(), rule);
    }
    for (String full : named.keySet()) {
      addShort(full, full.substring(full.indexOf(full.contains(":") ? ':' : '/') + 1));
    }
    for (String full : kinds.keySet()) {
      if (full.startsWith("category:") || full.startsWith("group:")) {
        addShort(full, full.substring(full.indexOf(':') + 1));
      }
    }
  }

  private static void add(
      Map<String, SortedSet<String>> selectors, String selector, RuleMeta rule) {
    SortedSet<String> ids = selectors.get(selector);
    if (ids == null) {
      ids = new TreeSet<>();
      selectors.put(selector, ids);
    }
    ids.add(rule.id());
  }

  private void addShort(String full, String word) {
    List<String> meanings = shorts.get(word);
    if (meanings == null) {
      meanings = new ArrayList<>();
      shorts.put(word, meanings);
    }
    meanings.add(full);
  }

  /** What a selector selects, or why it selects nothing. */
  public Resolution resolve(String selector) {
    SortedSet<String> byName = named.get(selector);
    if (byName != null) {
      return new Resolution(byName, Reach.NAME, Optional.empty());
    }
    SortedSet<String> byKind = kinds.get(selector);
    if (byKind != null) {
      return new Resolution(byKind, Reach.KIND, Optional.empty());
    }
    List<String> meanings = shorts.get(selector);
    if (meanings == null) {
      return Resolution.error(unknown(selector));
    }
    List<String> distinct = distinct(meanings);
    return distinct.size() == 1 ? resolve(distinct.get(0)) : Resolution.error(ambiguous(distinct));
  }

  /**
   * Without the aliases that say the same as a rule of that name, or as one before them: tools do
   * take names from each other.
   */
  private List<String> distinct(List<String> meanings) {
    List<String> distinct = new ArrayList<>();
    for (String meaning : meanings) {
      boolean said = false;
      for (String other : meanings) {
        boolean goesBefore = !isAlias(other) || distinct.contains(other);
        said |= goesBefore && isAlias(meaning) && select(other).equals(select(meaning));
      }
      if (!said) {
        distinct.add(meaning);
      }
    }
    return distinct;
  }

  private SortedSet<String> select(String full) {
    SortedSet<String> ids = named.get(full);
    return ids != null ? ids : kinds.getOrDefault(full, new TreeSet<>());
  }

  private boolean isAlias(String full) {
    return named.containsKey(full) && full.contains(":");
  }

  private String ambiguous(List<String> meanings) {
    List<String> called = new ArrayList<>();
    int rules = 0;
    for (String meaning : meanings) {
      if (kinds.containsKey(meaning)) {
        called.add("a " + meaning.substring(0, meaning.indexOf(':')));
      } else if (isAlias(meaning)) {
        called.add("an id of " + meaning.substring(0, meaning.indexOf(':')));
      } else {
        rules++;
      }
    }
    if (rules > 0) {
      called.add(rules == 1 ? "a rule" : rules + " rules");
    }
    return join(called, " and ") + " are called so; write " + join(meanings, " or ");
  }

  private static String join(List<String> words, String last) {
    int end = words.size() - 1;
    return end == 0
        ? words.get(0)
        : String.join(", ", words.subList(0, end)) + last + words.get(end);
  }

  private String unknown(String selector) {
    if (kinds.containsKey(selector + "/*")) {
      return "that is a language: write " + selector + "/*";
    }
    List<String> candidates = new ArrayList<>();
    int mark = selector.indexOf(selector.indexOf('/') > 0 ? '/' : ':');
    if (mark < 0) {
      candidates.addAll(shorts.keySet());
    } else { // of one language or tool: among all names too many are alike
      addThose(named.keySet(), selector.substring(0, mark + 1), candidates);
      addThose(kinds.keySet(), selector.substring(0, mark + 1), candidates);
    }
    if (candidates.isEmpty()) {
      candidates.addAll(kinds.keySet());
    }
    String hint = NearestName.hint(selector, candidates);
    if (selector.startsWith("category:") || selector.startsWith("group:")) {
      return "there is no such " + selector.substring(0, selector.indexOf(':')) + hint;
    }
    if (selector.endsWith("/*")) {
      return "there is no such language" + hint;
    }
    return selector.indexOf(':') > 0
        ? "no rule has this alias" + hint
        : "no rule, category, group or alias is called so" + hint;
  }

  private static void addThose(Iterable<String> names, String prefix, List<String> candidates) {
    for (String name : names) {
      if (name.startsWith(prefix)) {
        candidates.add(name);
      }
    }
  }
}
