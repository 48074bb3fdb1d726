package dev.plimsoll.rules.compose.limits;

import dev.plimsoll.model.compose.ByteSize;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.project.MemoryUse;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.math.BigDecimal;
import java.util.Optional;

/** The kernel kills a process that goes on filling its cache beyond the container's limit. */
@RuleInfo(
    id = "compose/process-memory-exceeds-limit",
    title = "Cache or heap leaves no room in the memory limit",
    severity = Severity.ERROR,
    category = Category.RELIABILITY)
public final class ProcessMemoryExceedsLimit extends ComposeRule {

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    Optional<Scalar> limit = MemoryLimits.limit(service);
    if (limit.isEmpty()) {
      return;
    }
    Optional<BigDecimal> bytes = ByteSize.of(limit.get().known().orElse(""));
    if (bytes.isEmpty() || bytes.get().signum() == 0) {
      return;
    }
    for (MemoryUse use : context.compose().memoryUses(set, service)) {
      if (use.bytes().compareTo(bytes.get()) >= 0) {
        report(service, use, limit.get(), set, context);
      }
    }
  }

  private static void report(
      ComposeService service, MemoryUse use, Scalar limit, ComposeSet set, RuleContext context) {
    boolean isHere = set.read().contains(use.place().place().file());
    Slice place = isHere ? use.place() : limit.slice();
    Finding finding =
        Finding.at(
            service.anchor(),
            place,
            "%s of %s leaves no room in the memory limit of %s",
            use.setting(),
            new Value.Known(use.text(), use.place()),
            new Value.Known(limit.known().orElse(""), limit.slice()));
    context.report(
        isHere
            ? finding.related(limit.slice(), "the limit of the container")
            : finding.related(use.place(), "what the program is told to use"));
  }
}
