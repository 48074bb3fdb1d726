package dev.plimsoll.rules.dockerfile.build;

import dev.plimsoll.model.dockerfile.Copy;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;

/** Two stars mean one star here: deeper files are left out, and all land in one folder. */
@RuleInfo(
    id = "dockerfile/copy-glob-flattens",
    title = "Double star in COPY does not recurse",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS)
public final class CopyGlobFlattens extends DockerfileRule {

  @Override
  public void copy(Copy copy, RuleContext context) {
    if (copy.flag("parents").isPresent()) {
      return;
    }
    for (Word source : copy.tree().sources()) {
      int stars = source.text().indexOf("**");
      if (stars >= 0 && source.text().indexOf("://") < 0) {
        context.report(
            Finding.at(
                copy.anchor(),
                source.slice().part(stars, stars + 2),
                "** matches one level as * does, and %s drops the folders: copy the folder, or use"
                    + " --parents",
                copy.tree().keyword().slice()));
      }
    }
  }
}
