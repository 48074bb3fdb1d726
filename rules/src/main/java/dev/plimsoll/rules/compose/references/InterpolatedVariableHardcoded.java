package dev.plimsoll.rules.compose.references;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.VariableUse;
import dev.plimsoll.parse.small.tree.VariableText.Operator;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Of two values for one name, the container gets one and the rest of the file the other. */
@RuleInfo(
    id = "compose/interpolated-variable-hardcoded",
    title = "Variable is interpolated here and hard-coded there",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE)
public final class InterpolatedVariableHardcoded extends ComposeRule {

  /** Names that mean another thing to each service. */
  private static final Set<String> GENERAL =
      Set.of(
          "APP_ENV",
          "DEBUG",
          "ENV",
          "ENVIRONMENT",
          "GID",
          "HOME",
          "HTTP_PROXY",
          "HTTPS_PROXY",
          "JAVA_OPTS",
          "LOG_LEVEL",
          "NODE_ENV",
          "NO_PROXY",
          "PATH",
          "PGID",
          "PUID",
          "RAILS_ENV",
          "TAG",
          "TZ",
          "UID",
          "USER",
          "VERSION");

  @Override
  public void set(ComposeSet set, ComposeFile file, RuleContext context) {
    if (set.variables().isEmpty()) {
      return;
    }
    Map<String, VariableUse> uses = new HashMap<>();
    for (VariableUse use : set.variables()) {
      if (use.operator() == Operator.NONE || use.operator() == Operator.DEFAULT) {
        uses.putIfAbsent(use.name().text(), use);
      }
    }
    for (ComposeService service : set.servicesIn(file.name())) {
      for (Map.Entry<String, Member> entry : service.members("environment").entrySet()) {
        VariableUse use = uses.get(entry.getKey());
        if (use != null
            && !isGeneral(entry.getKey())
            && entry.getValue().value() instanceof Scalar value
            && value.type() != ComposeNode.Type.NULL
            && value.fixed().isPresent()
            && value.slice().text().indexOf('$') < 0) {
          check(value, use, service, set, file, context);
        }
      }
    }
  }

  /** A port or a host is another one inside the container than outside of it. */
  private static boolean isGeneral(String name) {
    return GENERAL.contains(name)
        || name.contains("PORT")
        || name.contains("HOST")
        || name.contains("URL")
        || name.contains("PATH")
        || name.contains("DIR");
  }

  private static void check(
      Scalar value,
      VariableUse use,
      ComposeService service,
      ComposeSet set,
      ComposeFile file,
      RuleContext context) {
    Optional<Value.Known> given = set.start().environment().find(use.name().text());
    Optional<String> other =
        given.isPresent() ? Optional.of(given.get().text()) : use.defaultText();
    if (other.isEmpty() || other.get().indexOf('$') >= 0 || other.get().equals(value.text())) {
      return;
    }
    Finding finding =
        Finding.at(
                service.anchor("environment"),
                value.slice(),
                "%s is written out here, and %s stands for another value elsewhere",
                use.name(),
                use.expression())
            .related(use.expression(), "the variable is interpolated here");
    if (given.isPresent()) {
      finding = finding.related(given.get().origin(), "its value is set here");
    }
    Optional<Fix> fix = fix(value, use, service, file);
    context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
  }

  private static Optional<Fix> fix(
      Scalar value, VariableUse use, ComposeService service, ComposeFile file) {
    String expression = use.expression().text();
    Optional<YamlNode.Scalar> written = file.scalar(value.slice());
    if (written.isEmpty() || !value.slice().place().file().equals(file.name())) {
      return Optional.empty();
    }
    String text = written.get().text();
    if (!text.endsWith(value.text())) {
      return Optional.empty();
    }
    String rest = text.substring(0, text.length() - value.text().length());
    Edit edit =
        YamlEdits.of(file.yaml(), file.source())
            .replace(written.get(), NewYaml.text(rest + expression));
    return Optional.of(
        Fix.unsafe("Write the variable in its place", edit)
            .changing(service.anchor("environment")));
  }
}
