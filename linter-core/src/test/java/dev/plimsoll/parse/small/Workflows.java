package dev.plimsoll.parse.small;

import dev.plimsoll.parse.small.tree.Workflow;
import dev.plimsoll.parse.small.tree.WorkflowStep;
import dev.plimsoll.text.SourceText;
import java.util.ArrayList;
import java.util.List;

/** Workflows as tests write them, and what is read of them. */
final class Workflows {

  private Workflows() {}

  static Workflow read(String name, String text) {
    return WorkflowReader.read(SourceText.of(name, text)).tree();
  }

  static List<WorkflowStep> github(String text) {
    return read(".github/workflows/ci.yml", text).steps();
  }

  static List<String> steps(String name, String text) {
    List<String> steps = new ArrayList<>();
    for (WorkflowStep step : read(name, text).steps()) {
      steps.add(String.join("/", step.path()) + ": " + step.script().text());
    }
    return steps;
  }

  static List<String> images(String name, String text) {
    List<String> images = new ArrayList<>();
    for (WorkflowStep step : read(name, text).steps()) {
      images.add(step.scope().image().orElse("-"));
    }
    return images;
  }

  static boolean hasNewDocker(String name, String text) {
    return read(name, text).steps().get(0).scope().hasNewDocker();
  }

  static String job(String head, String step) {
    return "jobs:\n  a:\n" + head.indent(4) + "    steps:\n      - " + step + "\n";
  }
}
