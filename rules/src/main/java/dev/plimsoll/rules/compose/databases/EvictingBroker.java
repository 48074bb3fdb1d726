package dev.plimsoll.rules.compose.databases;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.project.BrokerUse;
import dev.plimsoll.project.RedisServer;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Value;
import java.util.List;
import java.util.Optional;

/** A task that is evicted before a worker takes it is never done, and nobody is told. */
@RuleInfo(
    id = "compose/evicting-broker",
    title = "Task broker may evict queued tasks",
    severity = Severity.ERROR,
    category = Category.RELIABILITY,
    fix = Safety.UNSAFE)
public final class EvictingBroker extends ComposeRule {

  private static final String KEEPING = "noeviction";

  @Override
  public void set(ComposeSet set, ComposeFile file, RuleContext context) {
    for (RedisServer redis : context.compose().databases().redisServers(set)) {
      check(redis, set, file, context);
    }
  }

  private static void check(
      RedisServer redis, ComposeSet set, ComposeFile file, RuleContext context) {
    Optional<RedisServer.Setting> policy = redis.policy();
    if (policy.isEmpty() || redis.isUnlimited()) {
      return;
    }
    String text = policy.get().text().orElse("");
    boolean isVolatile = text.startsWith("volatile-"); // evicts what expires anyway
    if (!isVolatile && !text.startsWith("allkeys-")) {
      return;
    }
    List<BrokerUse> uses = context.compose().databases().brokerUses(set, redis.service());
    if (uses.isEmpty()) {
      return;
    }
    BrokerUse first = uses.get(0);
    Finding finding =
        Finding.at(
                redis.service().anchor(),
                policy.get().place(),
                "%s evicts with %s when its memory is full, and holds the queued tasks of %s",
                redis.service().key(),
                new Value.Known(text, policy.get().place()),
                first.client().key())
            .related(first.place(), "%s queues its tasks there", first.client().key());
    finding = isVolatile ? finding.confidence(Confidence.MEDIUM) : finding;
    boolean isHere =
        policy.get().place().place().file().equals(file.name())
            && policy.get().place().text().equals(text);
    context.report(
        isHere
            ? finding.withFix(
                Fix.unsafe("Refuse writes instead", Edit.replace(policy.get().place(), KEEPING))
                    .changing(file.owner(policy.get().place())))
            : finding);
  }
}
