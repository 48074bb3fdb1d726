package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import java.util.List;
import java.util.Optional;

/** Finds the commands near a Compose set that pull its images, all of them or some. */
final class PullCommands {

  /** With these a pull that fails is none. */
  private static final List<String> LENIENT =
      List.of("--ignore-buildable", "--ignore-pull-failures", "--help");

  private final Project project;
  private final Inquiry inquiry;

  PullCommands(Project project, Inquiry inquiry) {
    this.project = project;
    this.inquiry = inquiry;
  }

  /** The first that pulls a service's image. */
  Optional<Slice> find(ComposeSet set, String service) {
    for (SourceText script : project.compose().commands().scriptsNear(set.folder())) {
      inquiry.reached(script.name());
      for (ComposeLine line : ComposeLine.in(script)) {
        if (line.subcommand().equals("pull")
            && asksFor(line, service)
            && !line.rest().contains("|| true")
            && !line.rest().contains("|| :")
            && line.means(set, script, project, inquiry)) {
          return Optional.of(script.slice(line.place()));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether it names a service, or none. */
  private static boolean asksFor(ComposeLine line, String service) {
    for (String word : line.words()) {
      if (LENIENT.contains(word)) {
        return false;
      }
    }
    List<String> operands = line.operands();
    return operands.isEmpty() || operands.contains(service);
  }
}
