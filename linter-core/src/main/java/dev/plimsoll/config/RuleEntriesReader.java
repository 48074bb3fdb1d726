package dev.plimsoll.config;

import dev.plimsoll.config.RuleEntry.OptionEntry;
import dev.plimsoll.config.RuleEntry.OptionValue;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.RuleMeta.OptionMeta;
import dev.plimsoll.rule.RuleSelectors.Reach;
import dev.plimsoll.rule.RuleSelectors.Resolution;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.NearestName;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads {@code rules}: selectors, each with a switch, a severity, or a mapping with options. */
final class RuleEntriesReader {

  private static final List<String> SWITCHES =
      List.of("off", "on", "error", "warning", "info", "style");

  private final Shapes shapes;
  private final RuleCatalogue catalogue;

  RuleEntriesReader(Shapes shapes, RuleCatalogue catalogue) {
    this.shapes = shapes;
    this.catalogue = catalogue;
  }

  List<RuleEntry> read(YamlNode node) {
    List<RuleEntry> read = new ArrayList<>();
    for (Entry entry : shapes.entries(node, "\"rules\"")) {
      Optional<Resolution> rules = resolve((Scalar) entry.key());
      if (rules.isPresent()) {
        read.add(entry(rules.get(), entry));
      }
    }
    return read;
  }

  /** What a selector selects; nothing, and a problem, if it cannot be understood. */
  Optional<Resolution> resolve(Scalar selector) {
    Resolution resolution = catalogue.selectors().resolve(selector.text());
    if (resolution.error().isPresent()) {
      shapes.problem(
          selector.slice(), Shapes.quoted(selector.text()) + ": " + resolution.error().get());
      return Optional.empty();
    }
    return Optional.of(resolution);
  }

  private RuleEntry entry(Resolution rules, Entry entry) {
    String what = Shapes.quoted(Shapes.key(entry));
    Optional<Scalar> level = Optional.empty();
    List<OptionEntry> options = new ArrayList<>();
    if (entry.value() instanceof Mapping) {
      for (Entry option : shapes.entries(entry.value(), what)) {
        if (Shapes.key(option).equals("severity")) {
          level = shapes.text(option.value(), "\"severity\"");
        } else {
          options.addAll(option(rules, option, what));
        }
      }
    } else if (entry.value() instanceof Scalar scalar && !scalar.isNull()) {
      level = Optional.of(scalar);
    } else {
      shapes.wrong(entry.value(), what, "off, on, a severity or a mapping");
    }
    Optional<Severity> severity =
        level.isPresent() ? Severity.of(level.get().text()) : Optional.empty();
    Verdict verdict =
        level.isPresent() ? verdict(level.get(), severity, rules.reach()) : Verdict.SILENT;
    return new RuleEntry(rules, verdict, severity, options, entry.key().slice());
  }

  /** A severity switches on what it names; of a kind it changes only what is on. */
  private Verdict verdict(Scalar level, Optional<Severity> severity, Reach reach) {
    if (severity.isPresent()) {
      return reach == Reach.NAME ? Verdict.ON : Verdict.SILENT;
    }
    if (level.text().equals("off")) {
      return Verdict.OFF;
    }
    if (level.text().equals("on")) {
      return Verdict.ON;
    }
    shapes.noSuch(level, "severity", SWITCHES);
    return Verdict.SILENT;
  }

  private List<OptionEntry> option(Resolution rules, Entry entry, String what) {
    String name = Shapes.key(entry);
    Slice origin = entry.key().slice();
    Set<String> having = new TreeSet<>();
    Map<String, OptionMeta> types = new TreeMap<>();
    Set<String> names = new TreeSet<>();
    for (String id : rules.ids()) {
      for (OptionMeta option : catalogue.rule(id).options()) {
        names.add(option.name());
        if (option.name().equals(name)) {
          having.add(id);
          types.put(option.type() + " " + option.pattern(), option);
        }
      }
    }
    String quoted = Shapes.quoted(name);
    if (types.isEmpty()) {
      shapes.problem(origin, what + " has no option " + quoted + NearestName.hint(name, names));
      return List.of();
    }
    if (types.size() > 1) {
      shapes.problem(
          origin, quoted + " is not of one type in these rules: set it for each by its id");
      return List.of();
    }
    Optional<OptionValue> value =
        new OptionReader(shapes, types.values().iterator().next()).read(entry.value());
    return value.map(given -> new OptionEntry(name, having, given, origin)).stream().toList();
  }
}
