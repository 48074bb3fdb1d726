package dev.plimsoll.config;

import dev.plimsoll.config.CommandLineChoices.ConfigUse;
import dev.plimsoll.config.ConfigFile.PathOverride;
import dev.plimsoll.config.RuleEntry.OptionEntry;
import dev.plimsoll.config.RulePlan.Choice;
import dev.plimsoll.config.RulePlan.Hidden;
import dev.plimsoll.config.RulePlan.Tuning;
import dev.plimsoll.policy.Policy;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleMeta;
import dev.plimsoll.rule.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lays the layers over each other: the command line over the overrides, the last first, over the
 * configuration's own choice, over the profile.
 */
final class PlanMaker {

  private final CommandLineChoices choices;
  private final Selection commandLine;
  private final RuleCatalogue catalogue;

  PlanMaker(CommandLineChoices choices, Selection commandLine, RuleCatalogue catalogue) {
    this.choices = choices;
    this.commandLine = commandLine;
    this.catalogue = catalogue;
  }

  /** The plan where no configuration file counts. */
  RulePlan withoutFile() {
    Profile profile = choices.profile().orElse(Profile.RECOMMENDED);
    Optional<List<Policy>> policies =
        choices.use() == ConfigUse.NONE ? Optional.empty() : Optional.of(List.of());
    return new RulePlan(profile, choice(profile, List.of()), Tuning.NONE, List.of(), policies);
  }

  /**
   * The plan under a configuration file.
   *
   * @param overrides those that hold
   */
  RulePlan make(ConfigFile file, List<PathOverride> overrides) {
    Profile profile = profile(file);
    List<Layer> layers = layers(file, overrides);
    List<Hidden> hidden = new ArrayList<>();
    for (PathOverride each : overrides) {
      if (!each.within().isEmpty()) {
        Set<String> rules = each.layer().selection().ignored();
        for (String rule : List.copyOf(rules)) {
          if (commandLine.names(rule)) {
            rules.remove(rule);
          }
        }
        hidden.add(new Hidden(rules, each.within()));
      }
    }
    RulePlan plan =
        new RulePlan(
            profile,
            choice(profile, layers),
            tuning(layers),
            hidden,
            Optional.of(List.copyOf(file.policies)));
    return plan.withErrorModel(file.errorModel);
  }

  Profile profile(ConfigFile file) {
    return choices.profile().orElse(file.profile.orElse(Profile.RECOMMENDED));
  }

  /** The layers that speak of whole files, the weakest first. */
  static List<Layer> layers(ConfigFile file, List<PathOverride> overrides) {
    List<Layer> layers = new ArrayList<>();
    layers.add(file.layer);
    for (PathOverride each : overrides) {
      if (each.within().isEmpty()) {
        layers.add(each.layer());
      }
    }
    return layers;
  }

  private Choice choice(Profile profile, List<Layer> layers) {
    boolean silent = commandLine.isSilent();
    for (Layer layer : layers) {
      silent &= layer.isSilent();
    }
    if (silent) {
      return Choice.OF_THE_PROFILE;
    }
    Set<String> only = new HashSet<>();
    Set<String> named = new HashSet<>();
    for (RuleMeta rule : catalogue.all()) {
      if (runs(rule, profile, layers)) {
        only.add(rule.id());
        if (isNamed(rule.id(), layers)) {
          named.add(rule.id());
        }
      }
    }
    return new Choice(Optional.of(only), named);
  }

  private boolean isNamed(String rule, List<Layer> layers) {
    boolean named = commandLine.names(rule);
    for (Layer layer : layers) {
      named |= layer.names(rule);
    }
    return named;
  }

  private boolean runs(RuleMeta rule, Profile profile, List<Layer> layers) {
    Verdict asked = commandLine.verdict(rule.id());
    if (asked == Verdict.OFF || asked == Verdict.LEFT_OUT || commandLine.names(rule.id())) {
      return commandLine.names(rule.id());
    }
    for (int i = layers.size() - 1; i >= 0; i--) {
      Verdict verdict = layers.get(i).verdict(rule.id());
      boolean replaced = verdict == Verdict.LEFT_OUT && commandLine.restricts();
      if (verdict != Verdict.SILENT && !replaced) {
        return verdict == Verdict.ON;
      }
    }
    return asked == Verdict.ON || profile.includes(rule.profile());
  }

  private static Tuning tuning(List<Layer> layers) {
    Map<String, Severity> severities = new HashMap<>();
    Map<String, ConfiguredOptions> options = new HashMap<>();
    for (Layer layer : layers) {
      for (RuleEntry entry : layer.rules()) {
        if (entry.severity().isPresent()) {
          for (String rule : entry.rules().ids()) {
            severities.put(rule, entry.severity().get());
          }
        }
        for (OptionEntry option : entry.options()) {
          set(option, options);
        }
      }
    }
    return new Tuning(severities, options);
  }

  private static void set(OptionEntry option, Map<String, ConfiguredOptions> options) {
    for (String rule : option.rules()) {
      ConfiguredOptions values = options.get(rule);
      if (values == null) {
        values = new ConfiguredOptions();
        options.put(rule, values);
      }
      values.set(option.name(), option.value());
    }
  }
}
