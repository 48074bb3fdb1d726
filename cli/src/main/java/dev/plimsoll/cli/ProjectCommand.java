package dev.plimsoll.cli;

import dev.plimsoll.index.AllRules;
import dev.plimsoll.report.PathNames;
import dev.plimsoll.report.ProjectDot;
import dev.plimsoll.report.ProjectJson;
import dev.plimsoll.report.ProjectReport;
import dev.plimsoll.report.ProjectText;
import dev.plimsoll.run.ProjectRun;
import dev.plimsoll.run.Root;
import dev.plimsoll.source.FoundFiles;
import java.io.IOException;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code plimsoll project [PATH]}: which files are started together, and what runs then. */
final class ProjectCommand {

  private static final List<String> FORMATS = List.of("text", "json", "dot");

  private final Console console;

  ProjectCommand(Console console) {
    this.console = console;
  }

  static Options options() {
    return Arguments.withFormat();
  }

  ExitCode run(String... arguments) throws UsageException {
    CommandLine line = Arguments.parse("project", options(), arguments);
    if (line.hasOption("help")) {
      console.out().print(Console.resource("plimsoll/help/project.txt"));
      return ExitCode.CLEAN;
    }
    ProjectReport report = report(line.getOptionValue("format", "text"));
    if (line.getArgList().size() > 1) {
      throw new UsageException("project takes one path; see plimsoll project --help");
    }
    String path = line.getArgList().isEmpty() ? "." : line.getArgList().get(0);
    Root root = Root.of(console.workingDirectory(), List.of(path));
    try {
      ProjectRun.Result result = new ProjectRun(root, path, new AllRules()).run();
      PathNames names = root::shown;
      ExitCode code = complain(result, names);
      report.write(result.map(), names, console.out());
      return code;
    } catch (IOException e) {
      throw new UsageException("the folder cannot be read: " + e.getMessage());
    }
  }

  private static ProjectReport report(String format) throws UsageException {
    return switch (format) {
      case "text" -> new ProjectText();
      case "json" -> new ProjectJson(Version.TEXT);
      case "dot" -> new ProjectDot();
      default -> throw Suggestion.unknown("format", format, FORMATS);
    };
  }

  private ExitCode complain(ProjectRun.Result result, PathNames names) {
    ExitCode code = ExitCode.CLEAN;
    for (FoundFiles.Missing missing : result.found().missing()) {
      console.complain(
          "no such file: "
              + names.shown(missing.name())
              + missing
                  .nearest()
                  .map(near -> " (did you mean " + names.shown(near) + "?)")
                  .orElse(""));
      code = ExitCode.USAGE;
    }
    for (String unread : result.unread()) {
      console.complain("cannot be read as text: " + names.shown(unread));
    }
    return code;
  }
}
