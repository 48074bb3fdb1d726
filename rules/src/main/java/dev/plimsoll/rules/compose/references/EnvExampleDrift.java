package dev.plimsoll.rules.compose.references;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.VariableUse;
import dev.plimsoll.parse.small.tree.VariableText.Operator;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whoever sets up the project by the sample leaves out a variable that the sample does not name.
 */
@RuleInfo(
    id = "compose/env-example-drift",
    title = "Example env file differs from the variables in use",
    severity = Severity.INFO,
    category = Category.MAINTAINABILITY,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE,
    options = EnvExampleDrift.Options.class)
public final class EnvExampleDrift extends ComposeRule {

  private static final List<String> USUAL =
      List.of(".env.example", ".env.sample", ".env.template", ".env.dist", "env.example");

  /** What the rule can be told. */
  public record Options(
      @Option(help = "how samples are called, in the order in which they are looked for")
          List<String> exampleFiles) {}

  @Override
  public void set(ComposeSet set, ComposeFile file, RuleContext context) {
    if (set.variablesIn(file.name()).isEmpty()) {
      return;
    }
    List<String> told = context.options(Options.class).exampleFiles();
    for (String name : told.isEmpty() ? USUAL : told) {
      Optional<SourceText> sample = context.compose().files().text(set, name);
      if (sample.isPresent()) {
        check(sample.get(), name, set, file, context);
        return;
      }
    }
  }

  private static void check(
      SourceText sample, String path, ComposeSet set, ComposeFile file, RuleContext context) {
    Set<String> missing = new HashSet<>();
    boolean isMeant = false;
    for (VariableUse use : set.variables()) {
      String name = use.name().text();
      if (names(sample.content(), name)) {
        isMeant = true;
      } else {
        missing.add(name);
      }
    }
    if (!isMeant) {
      return;
    }
    for (VariableUse use : set.variablesIn(file.name())) {
      String name = use.name().text();
      boolean isNeeded = use.operator() == Operator.NONE || use.operator() == Operator.REQUIRED;
      if (isNeeded && !UnsetVariable.isUsual(name) && missing.remove(name)) {
        context.report(
            Finding.at(
                    file.anchor(use.expression()),
                    use.expression(),
                    "%s does not name %s",
                    path,
                    name)
                .withFix(fix(sample, name)));
      }
    }
  }

  /** Whether it stands there as a word, in a comment too. */
  private static boolean names(String content, String name) {
    for (int at = content.indexOf(name); at >= 0; at = content.indexOf(name, at + 1)) {
      int end = at + name.length();
      if ((at == 0 || !isOfName(content.charAt(at - 1)))
          && (end == content.length() || !isOfName(content.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfName(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }

  private static Fix fix(SourceText sample, String name) {
    String content = sample.content();
    String ending = content.contains("\r\n") ? "\r\n" : "\n";
    boolean isOpen = !content.isEmpty() && !content.endsWith("\n");
    Edit edit =
        Edit.replace(
            sample.slice(Span.at(content.length())), (isOpen ? ending : "") + name + "=" + ending);
    return Fix.unsafe("Name " + name + " in the sample", edit)
        .declaring(ModelChange.of(ModelChange.Kind.CHANGE, sample.name(), Anchor.FILE));
  }
}
