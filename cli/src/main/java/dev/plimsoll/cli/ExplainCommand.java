package dev.plimsoll.cli;

import dev.plimsoll.index.AllRules;
import dev.plimsoll.rule.RuleMeta;
import dev.plimsoll.rule.RuleSelectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code plimsoll explain RULE}: a rule's page, offline, under any name that selects the rule. */
final class ExplainCommand {

  private final Console console;

  ExplainCommand(Console console) {
    this.console = console;
  }

  static Options options() {
    return new Options().addOption(Option.builder("h").longOpt("help").get());
  }

  ExitCode run(String... arguments) throws UsageException {
    CommandLine line = Arguments.parse("explain", options(), arguments);
    if (line.hasOption("help")) {
      console.out().print(Console.resource("plimsoll/help/explain.txt"));
      return ExitCode.CLEAN;
    }
    if (line.getArgList().size() != 1) {
      throw new UsageException("explain takes one rule, such as shell/world-writable-mode");
    }
    String selector = line.getArgList().get(0);
    List<RuleMeta> rules = new AllRules().metadata();
    Set<String> ids = ids(selector, rules);
    List<RuleMeta> selected = new ArrayList<>();
    for (RuleMeta rule : rules) {
      if (ids.contains(rule.id())) {
        selected.add(rule);
      }
    }
    if (selected.size() > 1) {
      console.out().println(selector + " selects " + selected.size() + " rules:");
      for (RuleMeta rule : selected) {
        console.out().println("  " + rule.id() + "  " + rule.title());
      }
    } else {
      explain(selector, selected.get(0));
    }
    return ExitCode.CLEAN;
  }

  private static Set<String> ids(String selector, List<RuleMeta> rules) throws UsageException {
    RuleSelectors.Resolution resolution = new RuleSelectors(rules).resolve(selector);
    if (resolution.error().isPresent()) {
      throw new UsageException("\"" + selector + "\": " + resolution.error().get());
    }
    return resolution.ids();
  }

  private void explain(String selector, RuleMeta rule) {
    if (!selector.equals(rule.id())) {
      console.out().println(selector + " is " + rule.id() + " here.\n");
    }
    StringBuilder cwe = new StringBuilder();
    for (int number : rule.cwe()) {
      cwe.append(cwe.isEmpty() ? "" : ", ").append(number);
    }
    console
        .out()
        .println(
            String.join(
                " · ",
                rule.id(),
                rule.group(),
                rule.severity().id(),
                "fix: " + rule.fix().id(),
                "CWE " + (cwe.isEmpty() ? "–" : cwe)));
    console.out().println(rule.title() + "\n");
    console.out().print(PageText.render(Console.resource(rule.pageResource())));
    if (!rule.aliases().isEmpty()) {
      console.out().println("  Known as    " + String.join(", ", rule.aliases()));
    }
    console.out().println("  Ignore      # plimsoll: ignore[" + rule.id() + "] reason");
  }
}
