package dev.plimsoll.cli;

import dev.plimsoll.policy.Policy;
import dev.plimsoll.rule.RuleMeta;
import dev.plimsoll.rule.RuleSelectors;
import dev.plimsoll.run.Root;
import dev.plimsoll.text.Language;
import dev.plimsoll.text.Position;
import dev.plimsoll.text.SourceText;
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
    List<Policy> policies = OwnPolicies.of(console);
    List<RuleMeta> rules = OwnPolicies.withOurs(policies);
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
      explain(selector, selected.get(0), policies);
    }
    return ExitCode.CLEAN;
  }

  /** What takes the place of a page. */
  private void policy(Policy policy) {
    List<String> languages = new ArrayList<>();
    for (Language language : Language.values()) {
      if (policy.languages().contains(language)) {
        languages.add(language.id());
      }
    }
    SourceText file = policy.origin().source().host();
    Position position = file.lines().position(policy.origin().place().span().start());
    console
        .out()
        .println(
            "A policy of "
                + Root.of(console.workingDirectory(), List.of(".")).shown(file.name())
                + ":"
                + position
                + ", for "
                + String.join(" and ", languages)
                + " files.\n");
    samples("Bad", policy.bad());
    samples("Good", policy.good());
    if (policy.meta().url().isPresent()) {
      console.out().println("  See         " + policy.meta().url().get());
    }
  }

  private void samples(String heading, List<Policy.Sample> samples) {
    for (Policy.Sample sample : samples) {
      console.out().println(heading + "\n");
      console.out().println(sample.text().strip().indent(4));
    }
  }

  private static Set<String> ids(String selector, List<RuleMeta> rules) throws UsageException {
    RuleSelectors.Resolution resolution = new RuleSelectors(rules).resolve(selector);
    if (resolution.error().isPresent()) {
      throw new UsageException("\"" + selector + "\": " + resolution.error().get());
    }
    return resolution.ids();
  }

  private void explain(String selector, RuleMeta rule, List<Policy> policies) {
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
                "profile: " + rule.profile().id(),
                "fix: " + rule.fix().id(),
                "CWE " + (cwe.isEmpty() ? "–" : cwe)));
    console.out().println(rule.title() + "\n");
    boolean own = false;
    for (Policy policy : policies) {
      if (policy.id().equals(rule.id())) {
        own = true;
        policy(policy);
      }
    }
    if (!own) {
      console.out().print(PageText.render(Console.resource(rule.pageResource())));
    }
    if (!rule.aliases().isEmpty()) {
      console.out().println("  Known as    " + String.join(", ", rule.aliases()));
    }
    console.out().println("  Ignore      # plimsoll: ignore[" + rule.id() + "] reason");
    if (rule.language().equals(Language.OPENAPI.id())) {
      console.out().println("  in JSON     \"x-plimsoll-ignore\": \"" + rule.id() + "\"");
    }
  }
}
