package dev.plimsoll.rules.compose.references;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.Environment;
import dev.plimsoll.model.compose.VariableUse;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.project.ContainerVariable;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.NearestName;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Compose puts nothing in the place of a variable that nobody sets, and starts what comes out. */
@RuleInfo(
    id = "compose/unset-variable",
    title = "Variable has no value and no default",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE)
public final class UnsetVariable extends ComposeRule {

  /** What a login or the system sets, on some machine. */
  private static final Set<String> USUAL =
      Set.of(
          "HOME",
          "USER",
          "USERNAME",
          "LOGNAME",
          "SHELL",
          "PATH",
          "PWD",
          "OLDPWD",
          "HOSTNAME",
          "COMPUTERNAME",
          "LANG",
          "TZ",
          "TERM",
          "DISPLAY",
          "WAYLAND_DISPLAY",
          "XAUTHORITY",
          "TMPDIR",
          "TEMP",
          "TMP",
          "USERPROFILE",
          "APPDATA",
          "LOCALAPPDATA",
          "PROGRAMDATA",
          "SYSTEMROOT",
          "CI");

  /** How the names begin that a session, Docker or a build server sets. */
  private static final List<String> USUAL_STARTS =
      List.of(
          "XDG_", "SSH_", "LC_", "DOCKER_", "COMPOSE_", "CI_", "GITHUB_", "GITLAB_", "JENKINS_");

  @Override
  public void set(ComposeSet set, ComposeFile file, RuleContext context) {
    Environment environment = set.start().environment();
    if (!environment.isWritten()) {
      return;
    }
    Set<String> told = new HashSet<>();
    List<VariableUse> here = set.variablesIn(file.name());
    Set<Place> others = here.isEmpty() ? Set.of() : escapable(set, context);
    for (VariableUse use : here) {
      String name = use.name().text();
      if (use.isForgotten()
          && !isUsual(name)
          && !others.contains(use.expression().start().place())
          && told.add(name)
          && isMeant(name, set, environment)
          && !context.compose().maySetVariable(set, name)) {
        report(use, set, file, context);
      }
    }
  }

  /** Where variables begin that are meant for a container: the matter of another rule. */
  private static Set<Place> escapable(ComposeSet set, RuleContext context) {
    Set<Place> places = new HashSet<>();
    for (ContainerVariable each : context.compose().containerVariables(set)) {
      for (Slice dollar : each.dollars()) {
        places.add(dollar.place());
      }
    }
    return places;
  }

  /** Whether a session, Docker or a build server may set a variable of that name. */
  static boolean isUsual(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    for (String start : USUAL_STARTS) {
      if (upper.startsWith(start)) {
        return true;
      }
    }
    return USUAL.contains(upper);
  }

  /**
   * Whether the {@code .env} is for Compose at all: it sets another variable, or one much alike.
   */
  private static boolean isMeant(String name, ComposeSet set, Environment environment) {
    for (VariableUse use : set.variables()) {
      if (environment.find(use.name().text()).isPresent()) {
        return true;
      }
    }
    return NearestName.of(name, environment.names()).isPresent();
  }

  private static void report(
      VariableUse first, ComposeSet set, ComposeFile file, RuleContext context) {
    String name = first.name().text();
    List<String> unused = new ArrayList<>(set.start().environment().names());
    for (VariableUse use : set.variables()) {
      unused.remove(use.name().text());
    }
    Finding finding =
        Finding.at(
            file.anchor(first.expression()),
            first.expression(),
            "nothing sets %s: .env does not, and no default stands here%s",
            name,
            NearestName.hint(name, unused));
    context.report(finding.withFix(fix(name, set, file)));
  }

  /** Makes Compose refuse to start without it, wherever it stands in the file. */
  private static Fix fix(String name, ComposeSet set, ComposeFile file) {
    List<Edit> edits = new ArrayList<>();
    Set<Place> seen = new HashSet<>();
    Fix fix = Fix.unsafe("Let Compose refuse to start without " + name);
    for (VariableUse use : set.variablesIn(file.name())) {
      if (use.isForgotten()
          && use.name().text().equals(name)
          && seen.add(use.expression().place())) {
        edits.add(required(use, file));
        fix =
            fix.declaring(
                ModelChange.of(
                    ModelChange.Kind.CHANGE, file.name(), file.anchor(use.expression())));
      }
    }
    return new Fix(fix.title(), fix.safety(), edits, List.of(), fix.changes(), List.of());
  }

  private static Edit required(VariableUse use, ComposeFile file) {
    String name = use.name().text();
    String required = "${" + name + ":?set " + name + " in .env}";
    Edit edit = Edit.replace(use.expression(), required);
    Optional<YamlNode.Scalar> scalar = file.scalar(use.expression());
    if (edit instanceof Edit.Impossible && scalar.isPresent() && isOneLine(scalar.get())) {
      String text = scalar.get().text();
      int from = use.expression().span().start();
      String whole =
          text.substring(0, from) + required + text.substring(use.expression().span().end());
      return YamlEdits.of(file.yaml(), file.source()).replace(scalar.get(), NewYaml.text(whole));
    }
    return edit;
  }

  /** Whether it is written as it reads, and its only variable is the one. */
  private static boolean isOneLine(YamlNode.Scalar scalar) {
    String text = scalar.text();
    return scalar.style() == YamlNode.Style.PLAIN
        && scalar.slice().text().equals(text)
        && text.indexOf('$') == text.lastIndexOf('$');
  }
}
