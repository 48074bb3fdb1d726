package dev.plimsoll.rules.compose.development;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeRole;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.VariableUse;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Such modes show stack traces and consoles to whoever asks, and cost speed. */
@RuleInfo(
    id = "compose/development-mode-in-production",
    title = "Production switches a development mode on",
    severity = Severity.WARNING,
    category = Category.RELIABILITY,
    fix = Safety.UNSAFE,
    cwe = 489)
public final class DevelopmentModeInProduction extends ComposeRule {

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    if (set.role() != ComposeRole.PRODUCTION
        || !(service.has("environment") || service.has("env_file"))) {
      return;
    }
    for (Map.Entry<String, Scalar> entry : context.compose().environment(set, service).entrySet()) {
      Optional<DevelopmentMode> mode = DevelopmentMode.of(entry.getKey());
      Optional<String> value = mode.isEmpty() ? Optional.empty() : said(entry.getValue(), set);
      if (mode.isPresent()
          && value.isPresent()
          && mode.get().values().contains(value.get().toLowerCase(Locale.ROOT))) {
        report(entry.getKey(), entry.getValue(), mode.get(), service, set, file, context);
      }
    }
  }

  /** What a value is where nobody need set a variable for it: a default may be for others. */
  private static Optional<String> said(Scalar value, ComposeSet set) {
    if (value.fixed().isPresent()) {
      return value.fixed();
    }
    Place place = value.slice().place();
    for (VariableUse use : set.variablesIn(place.file())) {
      Place at = use.expression().place();
      if (!use.set() && place.span().contains(at.span())) {
        return Optional.empty();
      }
    }
    return value.known();
  }

  private static void report(
      String name,
      Scalar value,
      DevelopmentMode mode,
      ComposeService service,
      ComposeSet set,
      ComposeFile file,
      RuleContext context) {
    Slice place = value.slice();
    if (set.read().contains(place.place().file()) && isCompose(place.place().file())) {
      Finding finding =
          Finding.at(
              service.anchor("environment"),
              place,
              "%s=%s is for development, and this set is started in production",
              name,
              new Value.Known(value.text(), place));
      Optional<Fix> fix = fix(value, mode, service, file);
      context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
      return;
    }
    Optional<Slice> from = service.keySlice("env_file");
    if (from.isPresent()) {
      context.report(
          Finding.at(
                  service.anchor("env_file"),
                  from.get(),
                  "a file of variables sets %s to %s, which is for development, and this set is"
                      + " started in production",
                  name,
                  value.value())
              .related(place, "it is set here"));
    }
  }

  private static boolean isCompose(String file) {
    return file.endsWith(".yml") || file.endsWith(".yaml");
  }

  private static Optional<Fix> fix(
      Scalar value, DevelopmentMode mode, ComposeService service, ComposeFile file) {
    Slice slice = value.slice();
    String written = slice.text();
    int at = written.indexOf(value.text());
    boolean isBare = written.length() - value.text().length() == 2 * at && at <= 1 && at >= 0;
    if (!isBare || !slice.place().file().equals(file.name())) {
      return Optional.empty();
    }
    String instead = mode.instead(value.text());
    Edit edit = Edit.replace(slice.part(at, at + value.text().length()), instead);
    Anchor changed = service.anchor("environment");
    return Optional.of(
        Fix.unsafe("Use " + instead, edit)
            .declaring(ModelChange.of(ModelChange.Kind.CHANGE, file.name(), changed))
            .declaring(ModelChange.of(ModelChange.Kind.ADD, file.name(), changed))
            .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file.name(), changed)));
  }
}
