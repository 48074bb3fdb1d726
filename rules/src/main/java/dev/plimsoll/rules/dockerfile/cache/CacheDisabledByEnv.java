package dev.plimsoll.rules.dockerfile.cache;

import dev.plimsoll.fix.DockerfileEdits;
import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.ShellEdits;
import dev.plimsoll.model.dockerfile.KeyValues;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.parse.dockerfile.tree.Pair;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A variable of the image goes on for whoever builds on it, and defeats every cache mount. */
@RuleInfo(
    id = "dockerfile/cache-disabled-by-env",
    title = "Variable switches the package cache off for every build",
    severity = Severity.INFO,
    category = Category.PERFORMANCE,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE)
public final class CacheDisabledByEnv extends DockerfileRule {

  private static final Map<String, String> VARIABLES =
      Map.of("PIP_NO_CACHE_DIR", "pip", "UV_NO_CACHE", "uv");

  /** What uv takes for no; pip goes without a cache whatever the value is. */
  private static final Set<String> OFF = Set.of("0", "false", "no", "off", "n", "f");

  @Override
  public void keyValues(KeyValues keyValues, RuleContext context) {
    if (keyValues.tree().name().equals("ENV")) {
      for (Pair pair : keyValues.pairs()) {
        check(keyValues, pair, context);
      }
    }
  }

  private static void check(KeyValues keyValues, Pair pair, RuleContext context) {
    String name = pair.name().text();
    String tool = VARIABLES.getOrDefault(name, "");
    if (tool.isEmpty()
        || !(keyValues.before().valueOf(pair.value()) instanceof Value.Known value)) {
      return;
    }
    if (!disables(tool, value.text())) {
      return;
    }
    Slice slice = pair.name().slice();
    Finding finding =
        Finding.at(
            keyValues.anchor(),
            slice,
            "%s keeps %s from using a cache, in this build and in all that start from the image",
            slice,
            tool);
    Optional<Fix> fix = fix(keyValues, pair);
    context.report(fix.isEmpty() ? finding : finding.withFix(fix.get()));
  }

  /** Whether a value of its variable makes a tool go without a cache. */
  static boolean disables(String tool, String value) {
    boolean off = tool.equals("uv") && OFF.contains(value.toLowerCase(Locale.ROOT));
    return !value.isEmpty() && !off;
  }

  private static Optional<Fix> fix(KeyValues keyValues, Pair pair) {
    String title = "Remove " + pair.name().text();
    boolean legacy = keyValues.tree() instanceof Instruction.LegacyPair;
    if (legacy || keyValues.pairs().size() == 1) {
      Edit edit = DockerfileEdits.delete(keyValues.tree());
      return Optional.of(
          Fix.unsafe(title, edit)
              .declaring(
                  ModelChange.of(
                      ModelChange.Kind.REMOVE,
                      pair.name().slice().place().file(),
                      keyValues.anchor()))
              .mayTrigger("dockerfile/*")
              .mayTrigger("shell/*"));
    }
    Edit edit = ShellEdits.deleteWord(pair.name().slice().to(pair.value().slice()));
    return Optional.of(
        Fix.unsafe(title, edit)
            .changing(keyValues.anchor())
            .mayTrigger("dockerfile/*")
            .mayTrigger("shell/*"));
  }
}
