package dev.plimsoll.config;

import dev.plimsoll.config.ConfigFile.PathOverride;
import dev.plimsoll.config.ConfigFile.Written;
import dev.plimsoll.config.RuleEntry.OptionEntry;
import dev.plimsoll.policy.Policy;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleMeta.OptionMeta;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tells what holds for one file, and where each value comes from. */
final class SettingsLister {

  private final CommandLineChoices choices;
  private final Selection commandLine;
  private final RuleCatalogue catalogue;
  private final List<Setting> settings = new ArrayList<>();

  SettingsLister(CommandLineChoices choices, Selection commandLine, RuleCatalogue catalogue) {
    this.choices = choices;
    this.commandLine = commandLine;
    this.catalogue = catalogue;
  }

  List<Setting> withoutFile() {
    commandLine();
    byDefault(List.of());
    return settings;
  }

  List<Setting> list(ConfigFile file, List<PathOverride> overrides, RulePlan plan) {
    commandLine();
    byDefault(file.written);
    for (Written written : file.written) {
      add(written);
    }
    for (PathOverride override : overrides) {
      for (Written written : override.written()) {
        add(new Written(prefix(override) + written.name(), written.value(), written.origin()));
      }
    }
    for (Policy policy : file.policies) {
      policy(policy, plan);
    }
    rules(PlanMaker.layers(file, overrides), plan);
    return settings;
  }

  private void policy(Policy policy, RulePlan plan) {
    boolean on = plan.enabled(policy.id(), policy.meta().profile());
    String severity = plan.severity(policy.id(), policy.meta().severity()).id();
    String name = "policies." + policy.id().substring(Policy.PREFIX.length());
    settings.add(new Setting(name, on ? severity : "off", origin(policy.origin())));
  }

  private static String prefix(PathOverride override) {
    List<String> addresses = new ArrayList<>();
    for (Anchor anchor : override.within()) {
      addresses.add(anchor.address());
    }
    return addresses.isEmpty()
        ? "overrides."
        : "overrides[within " + String.join(", ", addresses) + "].";
  }

  private void commandLine() {
    if (choices.profile().isPresent()) {
      settings.add(new Setting("profile", choices.profile().get().id(), "--profile"));
    }
    if (!choices.select().isEmpty()) {
      settings.add(new Setting("select", list(choices.select()), "--select"));
    }
    if (!choices.ignore().isEmpty()) {
      settings.add(new Setting("ignore", list(choices.ignore()), "--ignore"));
    }
  }

  private void byDefault(List<Written> file) {
    if (choices.profile().isEmpty() && !has(file, "profile")) {
      settings.add(new Setting("profile", Profile.RECOMMENDED.id(), "default"));
    }
    if (!has(file, "fail-on")) {
      settings.add(new Setting("fail-on", Severity.WARNING.id(), "default"));
    }
  }

  private static boolean has(List<Written> written, String name) {
    for (Written each : written) {
      if (each.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** Adds what is written, unless the command line overrules it. */
  private void add(Written written) {
    boolean overruled =
        (written.name().equals("profile") && choices.profile().isPresent())
            || (written.name().endsWith("select") && commandLine.restricts());
    if (!overruled) {
      settings.add(new Setting(written.name(), written.value(), origin(written.origin())));
    }
  }

  private void rules(List<Layer> layers, RulePlan plan) {
    SortedMap<String, Setting> rules = new TreeMap<>();
    for (Layer layer : layers) {
      for (RuleEntry entry : layer.rules()) {
        if (entry.verdict() != Verdict.SILENT || entry.severity().isPresent()) {
          for (String id : entry.rules().ids()) {
            rules.put("rules." + id, level(id, entry, plan));
          }
        }
        for (OptionEntry option : entry.options()) {
          for (String id : option.rules()) {
            String name = "rules." + id + "." + option.name();
            rules.put(name, new Setting(name, value(id, option), origin(option.origin())));
          }
        }
      }
    }
    settings.addAll(rules.values());
  }

  private Setting level(String id, RuleEntry entry, RulePlan plan) {
    boolean on = plan.enabled(id, catalogue.rule(id).profile());
    String value = on ? plan.severity(id, catalogue.rule(id).severity()).id() : "off";
    return new Setting("rules." + id, value, overruling(id).orElse(origin(entry.origin())));
  }

  /** The option of the command line that decides whether a rule runs. */
  private Optional<String> overruling(String id) {
    if (commandLine.names(id)) {
      return Optional.of("--select");
    }
    return switch (commandLine.verdict(id)) {
      case OFF -> Optional.of("--ignore");
      case LEFT_OUT -> Optional.of("--select");
      case ON, SILENT -> Optional.empty();
    };
  }

  private String value(String id, OptionEntry option) {
    for (OptionMeta meta : catalogue.rule(id).options()) {
      if (meta.name().equals(option.name()) && meta.type().equals("list")) {
        return list(option.value().texts());
      }
      if (meta.name().equals(option.name()) && meta.type().equals("map")) {
        return map(option.value().entries());
      }
    }
    return option.value().texts().get(0);
  }

  private static String list(List<String> values) {
    return "[" + String.join(", ", values) + "]";
  }

  private static String map(Map<String, String> entries) {
    List<String> texts = new ArrayList<>();
    for (Map.Entry<String, String> entry : entries.entrySet()) {
      texts.add(entry.getKey() + ": " + entry.getValue());
    }
    return "{" + String.join(", ", texts) + "}";
  }

  private static String origin(Slice slice) {
    return slice.place().file()
        + ":"
        + slice.source().host().lines().position(slice.place().span().start());
  }
}
