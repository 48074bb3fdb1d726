package dev.plimsoll.cli;

import dev.plimsoll.config.CommandLineChoices;
import dev.plimsoll.config.Configurations;
import dev.plimsoll.index.AllRules;
import dev.plimsoll.policy.Policy;
import dev.plimsoll.rule.RuleMeta;
import dev.plimsoll.run.Root;
import dev.plimsoll.source.DiskWorkspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The policies of the configuration that holds in the working directory. */
final class OwnPolicies {

  private OwnPolicies() {}

  static List<Policy> of(Console console) throws UsageException {
    Root root = Root.of(console.workingDirectory(), List.of("."));
    try {
      Configurations configurations =
          Configurations.load(
              DiskWorkspace.at(root.directory()), CommandLineChoices.NONE, new AllRules());
      String folder = root.name(".").orElse("");
      return configurations.planFor(folder.isEmpty() ? "file" : folder + "/file").policies();
    } catch (IOException e) {
      throw new UsageException("the folder cannot be read: " + e.getMessage());
    }
  }

  /** All rules there: ours, then these. */
  static List<RuleMeta> withOurs(List<Policy> policies) {
    List<RuleMeta> rules = new ArrayList<>(new AllRules().metadata());
    for (Policy policy : policies) {
      rules.add(policy.meta());
    }
    return rules;
  }
}
