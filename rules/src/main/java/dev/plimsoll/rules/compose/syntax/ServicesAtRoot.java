package dev.plimsoll.rules.compose.syntax;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Span;

/** Only Compose 1 read services from the root of a file; every Compose since refuses it. */
@RuleInfo(
    id = "compose/services-at-root",
    title = "Services stand at the root, the version 1 format",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = "dclint:invalid-schema")
public final class ServicesAtRoot extends ComposeRule {

  private static final String INDENT = "  ";

  @Override
  public void file(ComposeFile file, RuleContext context) {
    if (!file.isVersionOne()
        || !(file.documents().get(0).root().orElseThrow() instanceof YamlNode.Mapping root)) {
      return;
    }
    YamlNode.Entry first = root.entries().get(0);
    Finding finding =
        Finding.at(
            Anchor.FILE,
            first.key().slice(),
            "%s and all services stand at the root, as in version 1: put them under services",
            first.key().slice());
    if (file.documents().size() == 1 && file.problems().isEmpty() && isServicesAlone(root)) {
      Fix fix =
          Fix.unsafe("Put all services under services", nested(root, file))
              .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file.name(), Anchor.FILE))
              .declaring(
                  ModelChange.of(ModelChange.Kind.ADD, file.name(), Anchor.FILE.child("services")))
              .mayTrigger("compose/unknown-key")
              .mayTrigger("compose/schema-violation");
      finding = finding.withFix(fix);
    }
    context.report(finding);
  }

  /** Nothing but services: no version, no volumes. */
  private static boolean isServicesAlone(YamlNode.Mapping root) {
    for (YamlNode.Entry entry : root.entries()) {
      if (!(entry.value() instanceof YamlNode.Mapping service)
          || (service.find("image").isEmpty() && service.find("build").isEmpty())) {
        return false;
      }
    }
    return true;
  }

  private static Edit nested(YamlNode.Mapping root, ComposeFile file) {
    Span span = root.slice().span();
    String content = file.source().content();
    int start = span.start();
    if ((start > 0 && content.charAt(start - 1) != '\n') || content.charAt(start) == '{') {
      return new Edit.Impossible("the services share their line with something else");
    }
    String newline = content.contains("\r\n") ? "\r\n" : "\n";
    StringBuilder nested = new StringBuilder("services:").append(newline);
    String body = content.substring(start);
    int at = 0;
    while (at < body.length()) {
      int end = body.indexOf('\n', at);
      String line = body.substring(at, end < 0 ? body.length() : end + 1);
      nested.append(line.isBlank() ? "" : INDENT).append(line);
      at += line.length();
    }
    return new Edit.Replace(file.name(), new Span(start, content.length()), nested.toString());
  }
}
