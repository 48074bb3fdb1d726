package dev.plimsoll.rules.openapi.syntax;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiVersion;
import dev.plimsoll.model.openapi.StructureFault;
import dev.plimsoll.parse.yaml.tree.CoreSchema;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import java.util.Optional;

/** YAML reads 1.10 as 1.1, and tools that look for a text find a number. */
@RuleInfo(
    id = "openapi/version-unquoted",
    title = "Version is a number, not a string",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.SAFE,
    aliases = {
      "spectral:oas2-schema",
      "spectral:oas3-schema",
      "redocly:struct",
      "vacuum:oas2-schema",
      "vacuum:oas3-schema",
      "zally:101"
    })
public final class VersionUnquoted extends OpenApiRule {

  @Override
  public void file(OpenApiFile file, RuleContext context) {
    Optional<Scalar> version = file.versionNode();
    if (version.isPresent()
        && CoreSchema.type(version.get()) != CoreSchema.Type.TEXT
        && OpenApiVersion.of(version.get().text()).isPresent()) {
      String text = version.get().text();
      boolean isWhole = text.equals("2.0");
      String quoted = '"' + text + (isWhole ? "" : ".0") + '"';
      String key = file.root().orElseThrow().find("openapi").isPresent() ? "openapi" : "swagger";
      Anchor anchor = Anchor.FILE.child(key);
      Finding finding =
          Finding.at(
              anchor, version.get().slice(), "%s is a number, not a text: write %s", key, quoted);
      context.report(
          finding.withFix(fix(quoted, Edit.replace(version.get().slice(), quoted), file, anchor)));
    }
  }

  @Override
  public void fault(StructureFault fault, OpenApiDescription api, RuleContext context) {
    if (isIts(fault)) {
      String quoted = '"' + fault.place().text() + '"';
      context.report(
          Finding.at(
                  fault.anchor(),
                  fault.place(),
                  "the version is a number, not a text: write %s",
                  quoted)
              .withFix(
                  fix(
                      quoted,
                      Edit.replace(fault.place(), quoted),
                      api.file(fault.place()),
                      fault.anchor())));
    }
  }

  private static Fix fix(String quoted, Edit edit, OpenApiFile file, Anchor anchor) {
    return Fix.safe("Write " + quoted, edit)
        .declaring(ModelChange.of(ModelChange.Kind.QUOTING, file.name(), anchor));
  }

  /** Whether it is a number where the version of the API should stand. */
  static boolean isIts(StructureFault fault) {
    return fault.kind() == StructureFault.Kind.WRONG_TYPE
        && fault.object() == ObjectKind.INFO
        && fault.field().equals("version")
        && fault.actual().equals(CoreSchema.Type.INTEGER.label());
  }
}
