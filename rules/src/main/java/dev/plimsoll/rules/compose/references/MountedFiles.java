package dev.plimsoll.rules.compose.references;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.model.compose.ComposePath;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import java.util.List;
import java.util.Map;

/** The files that hold configs and secrets. */
final class MountedFiles {

  private MountedFiles() {}

  /**
   * Reports those of a section that are not there.
   *
   * @param template of the message, with places for the path and the name
   */
  static void check(String section, String template, ComposeSet set, RuleContext context) {
    for (Map.Entry<String, Member> entry : set.section(section).entrySet()) {
      if (entry.getValue().value() instanceof Table table
          && table.find("file").isPresent()
          && table.find("file").get() instanceof Scalar path
          && path.fixed().isPresent()
          && context.compose().isMissing(set, path.fixed().get())) {
        ComposePath at = new ComposePath(List.of(section, entry.getKey()));
        context.report(
            Finding.at(
                ComposeFile.anchor(at), path.slice(), template, path.slice(), entry.getKey()));
      }
    }
  }
}
