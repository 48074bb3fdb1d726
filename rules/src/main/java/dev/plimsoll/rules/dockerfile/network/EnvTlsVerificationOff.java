package dev.plimsoll.rules.dockerfile.network;

import dev.plimsoll.fix.DockerfileEdits;
import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.command.TlsVariables;
import dev.plimsoll.model.dockerfile.KeyValues;
import dev.plimsoll.parse.dockerfile.tree.Pair;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import dev.plimsoll.text.Value;
import java.util.List;

/** ENV keeps the check off in every later step and in every container, whatever runs there. */
@RuleInfo(
    id = "dockerfile/env-tls-verification-off",
    title = "ENV turns off TLS certificate checks",
    severity = Severity.ERROR,
    category = Category.SECURITY,
    fix = Safety.UNSAFE,
    aliases = {
      "checkov:CKV2_DOCKER_5",
      "checkov:CKV2_DOCKER_6",
      "checkov:CKV2_DOCKER_12",
      "checkov:CKV2_DOCKER_14",
      "checkov:CKV2_DOCKER_16"
    },
    cwe = 295)
public final class EnvTlsVerificationOff extends DockerfileRule {

  @Override
  public void keyValues(KeyValues keyValues, RuleContext context) {
    if (!keyValues.tree().name().equals("ENV")) {
      return;
    }
    for (Pair pair : keyValues.pairs()) {
      if (keyValues.before().valueOf(pair.value()) instanceof Value.Known value
          && TlsVariables.turnsOff(pair.name().text(), value.text())) {
        report(keyValues, pair, context);
      }
    }
  }

  private static void report(KeyValues keyValues, Pair pair, RuleContext context) {
    Slice name = pair.name().slice();
    boolean alone = keyValues.pairs().size() == 1;
    Edit edit =
        alone ? DockerfileEdits.delete(keyValues.tree()) : deletion(keyValues.pairs(), pair);
    ModelChange.Kind kind = alone ? ModelChange.Kind.REMOVE : ModelChange.Kind.CHANGE;
    String file = name.source().host().name();
    context.report(
        Finding.at(
                keyValues.anchor(),
                name,
                "%s turns off the check of servers' certificates in every later step and container",
                name)
            .withFix(
                Fix.unsafe("Drop " + name.text(), edit)
                    .declaring(ModelChange.of(kind, file, keyValues.anchor()))));
  }

  /** Takes a pair out of several, with the blanks and the continuation that set it apart. */
  private static Edit deletion(List<Pair> pairs, Pair pair) {
    int at = pairs.indexOf(pair);
    boolean last = at == pairs.size() - 1;
    Slice name = pair.name().slice();
    Span own = name.to(pair.value().slice()).place().span();
    Span gone =
        last
            ? new Span(pairs.get(at - 1).value().slice().place().span().end(), own.end())
            : new Span(own.start(), pairs.get(at + 1).name().slice().place().span().start());
    SourceText host = name.source().host();
    String text = host.content().substring(gone.start(), gone.end());
    return text.contains("#")
        ? new Edit.Impossible("a comment would be lost")
        : new Edit.Replace(host.name(), gone, "");
  }
}
