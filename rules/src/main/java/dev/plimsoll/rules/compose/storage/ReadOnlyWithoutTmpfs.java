package dev.plimsoll.rules.compose.storage;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;

/** A server that cannot write its socket, its pid or its cache does not start. */
@RuleInfo(
    id = "compose/read-only-without-tmpfs",
    title = "Read-only service lacks the tmpfs its image needs",
    severity = Severity.WARNING,
    category = Category.RELIABILITY,
    fix = Safety.UNSAFE)
public final class ReadOnlyWithoutTmpfs extends ComposeRule {

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    Optional<Scalar> value = service.scalar("read_only");
    if (value.isEmpty() || !value.get().fixed().orElse("").equals("true")) {
      return;
    }
    Optional<MissingTmpfs> missing = MissingTmpfs.of(service, set, context);
    if (missing.isEmpty() || missing.get().folders().isEmpty()) {
      return;
    }
    Finding finding =
        Finding.at(
            service.anchor("read_only"),
            value.get().slice(),
            "%s writes to %s: with read_only it needs a tmpfs there",
            missing.get().image(),
            missing.get().list());
    Slice key = service.keySlice("read_only").orElse(value.get().slice());
    List<Edit> edits = missing.get().edits(key, service, file);
    context.report(edits.isEmpty() ? finding : finding.withFix(fix(edits, service, file)));
  }

  private static Fix fix(List<Edit> edits, ComposeService service, ComposeFile file) {
    return Fix.unsafe("Add the tmpfs", edits.toArray(new Edit[0]))
        .declaring(ModelChange.of(ModelChange.Kind.ADD, file.name(), service.anchor("tmpfs")));
  }
}
