package dev.plimsoll.rules.dockerfile.health;

import dev.plimsoll.fix.DockerfileEdits;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.model.dockerfile.ContainerCommand;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import java.util.Optional;

/** Instructions of which only the last of a stage counts. */
final class Overridden {

  private Overridden() {}

  /** Reports each instruction of a keyword that another one of its stage follows. */
  static void check(Stage stage, String keyword, RuleContext context) {
    Optional<ContainerCommand> earlier = Optional.empty();
    for (Step step : stage.steps()) {
      if (step instanceof ContainerCommand command && command.tree().name().equals(keyword)) {
        if (earlier.isPresent()) {
          context.report(finding(earlier.get(), command));
        }
        earlier = Optional.of(command);
      }
    }
  }

  private static Finding finding(ContainerCommand dead, ContainerCommand heir) {
    Slice keyword = dead.tree().keyword().slice();
    Finding finding =
        Finding.at(
                dead.anchor(),
                keyword,
                "this %s has no effect: a later %s of the stage replaces it",
                keyword,
                keyword)
            .related(heir.tree().keyword().slice(), "this one counts");
    if (holdsComment(dead.tree().slice())) {
      return finding;
    }
    String file = keyword.place().file();
    return finding.withFix(
        Fix.unsafe("Delete it", DockerfileEdits.delete(dead.tree()))
            .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file, dead.anchor())));
  }

  /** Whether a comment stands between its lines, which would be lost with it. */
  private static boolean holdsComment(Slice instruction) {
    Span span = instruction.place().span();
    String text = instruction.source().host().content().substring(span.start(), span.end());
    for (int line = text.indexOf('\n'); line >= 0; line = text.indexOf('\n', line + 1)) {
      int at = line + 1;
      while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
        at++;
      }
      if (text.startsWith("#", at)) {
        return true;
      }
    }
    return false;
  }
}
