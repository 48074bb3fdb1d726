package dev.plimsoll.cli;

import dev.plimsoll.report.ConciseReport;
import dev.plimsoll.report.JsonReport;
import dev.plimsoll.report.Report;
import dev.plimsoll.report.RulePages;
import dev.plimsoll.report.RunInfo;
import dev.plimsoll.report.SarifReport;
import dev.plimsoll.report.TextReport;
import dev.plimsoll.rule.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the reports go: at most one to the console, any number to files. */
final class Outputs {

  static final List<String> FORMATS = List.of("text", "concise", "json", "sarif");

  /**
   * One report.
   *
   * @param file where it goes, or the console
   */
  private record Output(String format, Optional<String> file) {}

  private final List<Output> outputs;

  private Outputs(List<Output> outputs) {
    this.outputs = outputs;
  }

  /** Reads {@code NAME} and {@code NAME=FILE}. */
  static Outputs parse(List<String> formats) throws UsageException {
    List<Output> outputs = new ArrayList<>();
    boolean console = false;
    for (String each : formats) {
      int equals = each.indexOf('=');
      String name = equals < 0 ? each : each.substring(0, equals);
      if (!FORMATS.contains(name)) {
        throw Suggestion.unknown("format", name, FORMATS);
      }
      if (equals == each.length() - 1) {
        throw new UsageException("--format " + each + " names no file");
      }
      Optional<String> file =
          equals < 0 ? Optional.empty() : Optional.of(each.substring(equals + 1));
      if (file.isEmpty() && console) {
        throw new UsageException("two formats for the console: write one to a file, NAME=FILE");
      }
      console |= file.isEmpty();
      outputs.add(new Output(name, file));
    }
    if (!console) {
      outputs.add(new Output("text", Optional.empty()));
    }
    return new Outputs(outputs);
  }

  /** Whether one of them lists the rules that ran. */
  boolean needRules() {
    for (Output output : outputs) {
      if (output.format().equals("sarif")) {
        return true;
      }
    }
    return false;
  }

  boolean consoleIsText() {
    for (Output output : outputs) {
      if (output.file().isEmpty() && output.format().equals("text")) {
        return true;
      }
    }
    return false;
  }

  /** Writes the reports that go to files. */
  void writeFiles(Outcome outcome, RunInfo run, Path directory) throws UsageException {
    for (Output output : outputs) {
      if (output.file().isPresent()) {
        Path file = directory.resolve(output.file().get());
        try {
          writeFile(report(output.format()), outcome, run, file);
        } catch (IOException e) {
          throw new UsageException(
              "cannot write " + output.file().get() + ": " + e.getClass().getSimpleName());
        }
      }
    }
  }

  /** Beside the file first, so that nobody ever reads half a report. */
  private static void writeFile(Report report, Outcome outcome, RunInfo run, Path file)
      throws IOException {
    Path target = file.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null || Files.isDirectory(target)) {
      throw new IOException("it is a folder");
    }
    Files.createDirectories(folder);
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      try (OutputStream out = Files.newOutputStream(target)) { // a device or a pipe
        report.write(outcome, run.on(dev.plimsoll.report.Console.FILE), out);
      }
      return;
    }
    Path staged = Files.createTempFile(folder, ".plimsoll-report", ".tmp");
    try {
      try (OutputStream out = Files.newOutputStream(staged)) {
        report.write(outcome, run.on(dev.plimsoll.report.Console.FILE), out);
      }
      Files.move(staged, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(staged);
    }
  }

  /** Writes the report that goes to the console. */
  void writeConsole(Outcome outcome, RunInfo run, OutputStream out) throws IOException {
    for (Output output : outputs) {
      if (output.file().isEmpty()) {
        report(output.format()).write(outcome, run, out);
      }
    }
  }

  private static Report report(String format) {
    return switch (format) {
      case "concise" -> new ConciseReport();
      case "json" -> new JsonReport();
      case "sarif" -> new SarifReport(new RulePages(Outputs.class.getClassLoader()));
      default -> new TextReport();
    };
  }
}
