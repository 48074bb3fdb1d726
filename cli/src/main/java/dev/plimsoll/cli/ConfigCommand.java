package dev.plimsoll.cli;

import dev.plimsoll.config.CommandLineChoices;
import dev.plimsoll.config.ConfigProblem;
import dev.plimsoll.config.Configurations;
import dev.plimsoll.config.Setting;
import dev.plimsoll.index.AllRules;
import dev.plimsoll.policy.Policy;
import dev.plimsoll.run.PolicyTrial;
import dev.plimsoll.run.Root;
import dev.plimsoll.source.DiskWorkspace;
import dev.plimsoll.source.Workspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code plimsoll config show FILE} and {@code plimsoll config verify [FOLDER]}. */
final class ConfigCommand {

  private static final List<String> VERBS = List.of("show", "verify");

  private final Console console;

  ConfigCommand(Console console) {
    this.console = console;
  }

  static Options options() {
    return new Options().addOption(Option.builder("h").longOpt("help").get());
  }

  ExitCode run(String... arguments) throws UsageException {
    CommandLine line = Arguments.parse("config", options(), arguments);
    if (line.hasOption("help")) {
      console.out().print(Console.resource("plimsoll/help/config.txt"));
      return ExitCode.CLEAN;
    }
    List<String> words = line.getArgList();
    if (words.isEmpty()) {
      throw new UsageException("config takes show or verify, and a path");
    }
    String verb = words.get(0);
    if (!VERBS.contains(verb)) {
      throw Suggestion.unknown("config command", verb, VERBS);
    }
    if (words.size() > 2) {
      throw new UsageException("config " + verb + " takes one path");
    }
    String path = words.size() == 2 ? words.get(1) : ".";
    Root root = Root.of(console.workingDirectory(), List.of(path));
    try {
      Workspace workspace = DiskWorkspace.at(root.directory());
      Configurations configurations =
          Configurations.load(workspace, CommandLineChoices.NONE, new AllRules());
      String name = root.name(path).orElse("");
      String asked = workspace.kind(name) == Workspace.Kind.DIRECTORY ? inside(name) : name;
      return verb.equals("show")
          ? show(root, configurations, asked)
          : verify(root, configurations, asked);
    } catch (IOException e) {
      throw new UsageException("the folder cannot be read: " + e.getMessage());
    }
  }

  /** Some file of a folder: what holds for it holds for the folder. */
  private static String inside(String folder) {
    return folder.isEmpty() ? "Dockerfile" : folder + "/Dockerfile";
  }

  private ExitCode show(Root root, Configurations configurations, String name) {
    int width = 0;
    List<Setting> settings = configurations.settingsFor(name);
    for (Setting setting : settings) {
      width = Math.max(width, setting.name().length() + setting.value().length() + 2);
    }
    for (Setting setting : settings) {
      String value = setting.name() + ": " + setting.value();
      console
          .out()
          .println(value + " ".repeat(width - value.length() + 2) + "# " + setting.origin());
    }
    return problems(root, configurations);
  }

  private ExitCode verify(Root root, Configurations configurations, String name) {
    List<Policy> policies = configurations.planFor(name).policies();
    ExitCode code = problems(root, configurations);
    PolicyTrial trial = new PolicyTrial(new AllRules());
    int failed = 0;
    int samples = 0;
    List<String> untried = new ArrayList<>();
    for (Policy policy : policies) {
      int own = policy.bad().size() + policy.good().size();
      samples += own;
      if (own == 0) {
        untried.add(policy.id());
      }
      for (PolicyTrial.Failure failure : trial.of(policy)) {
        failed++;
        console
            .out()
            .println(root.shown(failure.file()) + ":" + failure.place() + ": " + failure.message());
      }
    }
    if (failed > 0) {
      console.out().println(failed + " of " + samples + " samples went wrong.");
      return code == ExitCode.CLEAN ? ExitCode.FINDINGS : code;
    }
    if (code == ExitCode.CLEAN) {
      console.out().println("The configuration is valid." + passed(policies.size(), samples));
      if (!untried.isEmpty()) {
        console.out().println("Without samples: " + String.join(", ", untried));
      }
    }
    return code;
  }

  private static String passed(int policies, int samples) {
    if (samples == 0) {
      return "";
    }
    return " "
        + policies
        + (policies == 1 ? " policy, " : " policies, ")
        + samples
        + (samples == 1 ? " sample: as it should be." : " samples: all as they should be.");
  }

  private ExitCode problems(Root root, Configurations configurations) {
    for (ConfigProblem problem : configurations.problems()) {
      console
          .err()
          .println(
              root.shown(problem.file()) + ":" + problem.position() + ": " + problem.message());
    }
    return configurations.problems().isEmpty() ? ExitCode.CLEAN : ExitCode.USAGE;
  }
}
