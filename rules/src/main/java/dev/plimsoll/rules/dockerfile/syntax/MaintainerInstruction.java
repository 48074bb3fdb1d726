package dev.plimsoll.rules.dockerfile.syntax;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.dockerfile.Plain;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;

/** Tools that list images read labels; the field that MAINTAINER fills is kept by few of them. */
@RuleInfo(
    id = "dockerfile/maintainer-instruction",
    title = "Deprecated MAINTAINER instruction",
    severity = Severity.WARNING,
    category = Category.MAINTAINABILITY,
    fix = Safety.UNSAFE,
    aliases = {
      "hadolint:DL4000",
      "buildkit:MaintainerDeprecated",
      "trivy:DS-0022",
      "checkov:CKV_DOCKER_6",
      "sonar:S6586"
    })
public final class MaintainerInstruction extends DockerfileRule {

  private static final String LABEL = "org.opencontainers.image.authors";

  @Override
  public void instruction(Plain instruction, RuleContext context) {
    if (instruction.tree() instanceof Instruction.Maintainer maintainer) {
      report(instruction.anchor(), maintainer, context);
    }
  }

  private static void report(
      Anchor anchor, Instruction.Maintainer maintainer, RuleContext context) {
    Slice keyword = maintainer.keyword().slice();
    Slice text = maintainer.text().slice();
    Finding finding =
        Finding.at(anchor, keyword, "%s is deprecated: set the label %s", keyword, LABEL);
    String quote = quote(text.text());
    if (quote.equals("?")) {
      context.report(finding);
      return;
    }
    String file = keyword.place().file();
    context.report(
        finding.withFix(
            Fix.unsafe(
                    "Set the label " + LABEL,
                    Edit.replace(keyword, keyword.text().equals("maintainer") ? "label" : "LABEL"),
                    Edit.insertBefore(text, LABEL + "=" + quote),
                    Edit.insertAfter(text, quote))
                .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file, anchor))
                .declaring(ModelChange.of(ModelChange.Kind.ADD, file, label(anchor)))));
  }

  private static Anchor label(Anchor anchor) {
    String address = anchor.address();
    return new Anchor(address.substring(0, address.lastIndexOf('/') + 1) + "LABEL");
  }

  /**
   * The quotes between which the label says what is written: none where there are some already, a
   * question mark where it would need escapes.
   */
  private static String quote(String text) {
    boolean special = false;
    for (int i = 0; i < text.length(); i++) {
      special |= "\"\\$`".indexOf(text.charAt(i)) >= 0;
    }
    if (!special) {
      return "\"";
    }
    char first = text.charAt(0);
    boolean whole = first == '"' && text.length() > 1 && text.indexOf('"', 1) == text.length() - 1;
    if (whole && text.indexOf('\\') < 0 && text.indexOf('$') < 0 && text.indexOf('`') < 0) {
      return "";
    }
    return text.indexOf('\'') < 0 ? "'" : "?";
  }
}
