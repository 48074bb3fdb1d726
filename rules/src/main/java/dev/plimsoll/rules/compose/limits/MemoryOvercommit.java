package dev.plimsoll.rules.compose.limits;

import dev.plimsoll.model.compose.ByteSize;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeRole;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.HostMemory;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Digits;
import dev.plimsoll.text.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Where the host has less memory than its containers may take, the kernel chooses what to kill. */
@RuleInfo(
    id = "compose/memory-overcommit",
    title = "Memory limits add up to more than the host has",
    severity = Severity.WARNING,
    category = Category.RELIABILITY)
public final class MemoryOvercommit extends ComposeRule {

  private static final BigDecimal MEBIBYTE = BigDecimal.valueOf(1L << 20);
  private static final BigDecimal GIBIBYTE = BigDecimal.valueOf(1L << 30);

  /** What the containers of a service may take together. */
  private record Share(ComposeService service, Scalar limit, BigDecimal bytes) {}

  @Override
  public void across(ComposeSet set, RuleContext context) {
    if (set.role() != ComposeRole.PRODUCTION && set.role() != ComposeRole.UNKNOWN) {
      return;
    }
    BigDecimal sum = BigDecimal.ZERO;
    Optional<Share> largest = Optional.empty();
    for (ComposeService service : set.services()) {
      Optional<Share> share = share(service);
      if (share.isPresent()) {
        sum = sum.add(share.get().bytes());
        if (largest.isEmpty() || share.get().bytes().compareTo(largest.get().bytes()) > 0) {
          largest = share;
        }
      }
    }
    if (largest.isPresent()
        && context.compose().hosts().memory(set) instanceof Answer.Known<HostMemory> host
        && sum.compareTo(host.value().bytes()) > 0) {
      BigDecimal lasting = sum.subtract(ofThoseThatEnd(set, context));
      if (lasting.compareTo(host.value().bytes()) > 0) {
        report(largest.get(), lasting, host, context);
      }
    }
  }

  /** A service that is started by default, whose limit is known. */
  private static Optional<Share> share(ComposeService service) {
    Optional<Scalar> limit = MemoryLimits.limit(service);
    if (limit.isEmpty() || !MemoryLimits.isContainer(service) || service.has("profiles")) {
      return Optional.empty();
    }
    Optional<BigDecimal> bytes = ByteSize.of(limit.get().known().orElse(""));
    Optional<Integer> replicas = replicas(service);
    return bytes.isEmpty() || replicas.isEmpty() || bytes.get().signum() == 0
        ? Optional.empty()
        : Optional.of(
            new Share(
                service,
                limit.get(),
                bytes.get().multiply(BigDecimal.valueOf(replicas.get().longValue()))));
  }

  private static Optional<Integer> replicas(ComposeService service) {
    Optional<Scalar> scale = service.scalar("scale");
    Optional<Scalar> count = scale.isPresent() ? scale : service.scalar("deploy", "replicas");
    return count.isEmpty() ? Optional.of(1) : Digits.number(count.get().known().orElse(""));
  }

  /** What services take that have done their work before the others are at theirs. */
  private static BigDecimal ofThoseThatEnd(ComposeSet set, RuleContext context) {
    BigDecimal sum = BigDecimal.ZERO;
    for (ComposeService service : set.services()) {
      Optional<Share> share = share(service);
      if (share.isPresent() && context.compose().endsByItself(set, service)) {
        sum = sum.add(share.get().bytes());
      }
    }
    return sum;
  }

  private static void report(
      Share share, BigDecimal sum, Answer.Known<HostMemory> host, RuleContext context) {
    HostMemory memory = host.value();
    context.report(
        Finding.at(
                share.service().anchor(),
                share.limit().slice(),
                "memory limits add up to %s, and the host, %s, has %s",
                text(sum),
                new Value.Known(memory.machine(), memory.place()),
                text(memory.bytes()))
            .related(memory.place(), "the host is made here")
            .because(host.because()));
  }

  /** In the largest unit that says it exactly. */
  private static String text(BigDecimal bytes) {
    BigDecimal whole = bytes.divide(GIBIBYTE, 2, RoundingMode.HALF_UP);
    boolean isExact = whole.multiply(GIBIBYTE).compareTo(bytes) == 0 && whole.signum() > 0;
    return isExact
        ? whole.stripTrailingZeros().toPlainString() + " GiB"
        : bytes.divide(MEBIBYTE, 0, RoundingMode.HALF_UP).toPlainString() + " MiB";
  }
}
