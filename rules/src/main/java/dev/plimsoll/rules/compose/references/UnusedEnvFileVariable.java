package dev.plimsoll.rules.compose.references;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.VariableUse;
import dev.plimsoll.parse.small.tree.DotEnvFile;
import dev.plimsoll.project.Answer;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A setting that nothing reads misleads whoever changes it. */
@RuleInfo(
    id = "compose/unused-env-file-variable",
    title = "Env file variable that no Compose file reads",
    severity = Severity.INFO,
    category = Category.MAINTAINABILITY,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE)
public final class UnusedEnvFileVariable extends ComposeRule {

  @Override
  public void file(ComposeFile file, RuleContext context) {
    List<ComposeSet> sets = new ArrayList<>(context.compose().composeSets(file));
    ComposeSet first = sets.get(0);
    if (!first.files().get(0).equals(file.name())) {
      return; // it is reported with the first file of the set
    }
    String name = first.folder().isEmpty() ? ".env" : first.folder() + "/.env";
    DotEnvFile variables = DotEnvFile.NONE;
    for (DotEnvFile each : context.compose().files().variableFiles(first)) {
      if (!each.entries().isEmpty() && each.entries().get(0).key().place().file().equals(name)) {
        variables = each;
      }
    }
    if (variables.entries().isEmpty()
        || !(context.compose().composeSetsOver(file)
            instanceof Answer.Known<List<ComposeSet>> over)) {
      return;
    }
    sets.addAll(over.value());
    Set<String> used = new HashSet<>();
    for (ComposeSet set : sets) {
      if (!set.isWhole() || takes(set)) {
        return;
      }
      addUses(set, used);
    }
    for (DotEnvFile.Entry entry : variables.entries()) {
      for (DotEnvFile.Reference reference : entry.references()) {
        used.add(reference.name().text());
      }
    }
    for (DotEnvFile.Entry entry : variables.entries()) {
      check(entry, used, first, file, context);
    }
  }

  /** Whether a service is given the whole file. */
  private static boolean takes(ComposeSet set) {
    for (ComposeService service : set.services()) {
      for (ComposeNode item : service.items("env_file")) {
        ComposeNode path = item instanceof Table table ? table.find("path").orElse(item) : item;
        if (!(path instanceof Scalar scalar)
            || scalar.fixed().isEmpty()
            || scalar.text().endsWith(".env")) {
          return true;
        }
      }
    }
    return false;
  }

  private static void addUses(ComposeSet set, Set<String> used) {
    for (VariableUse use : set.variables()) {
      used.add(use.name().text());
    }
    for (ComposeService service : set.services()) {
      used.addAll(service.members("environment").keySet());
      used.addAll(service.members("build", "args").keySet());
    }
    for (String section : List.of("secrets", "configs")) {
      for (Member member : set.section(section).values()) {
        if (member.value() instanceof Table table
            && table.find("environment").isPresent()
            && table.find("environment").get() instanceof Scalar variable) {
          used.add(variable.text());
        }
      }
    }
  }

  private static void check(
      DotEnvFile.Entry entry,
      Set<String> used,
      ComposeSet set,
      ComposeFile file,
      RuleContext context) {
    Slice key = entry.key();
    String name = key.text();
    String upper = name.toUpperCase(Locale.ROOT);
    if (name.isEmpty()
        || used.contains(name)
        || upper.startsWith("COMPOSE_")
        || upper.startsWith("DOCKER_")
        || upper.startsWith("BUILDKIT_")
        || UnsetVariable.isUsual(name)
        || !(context.compose().files().isNamed(set.folder(), name)
            instanceof Answer.Known<Boolean> known)
        || known.value()
        || context.compose().maySetVariable(set, name)
        || !context.compose().files().isFirstToRead(file, key.place().file())) {
      return;
    }
    context.report(
        Finding.at(Anchor.FILE.child(name), key, "no file of the project uses %s", key)
            .because(List.of(file.source().slice(Span.at(0)).place())) // it is read
            .withFix(Fix.unsafe("Remove " + name, Edit.delete(line(entry))).changing(Anchor.FILE)));
  }

  /** From the start of the key's line to the end of the value's. */
  private static Slice line(DotEnvFile.Entry entry) {
    String content = entry.key().source().content();
    int last = entry.value().orElse(entry.key()).span().end();
    int start = content.lastIndexOf('\n', entry.key().span().start()) + 1;
    int end = content.indexOf('\n', last);
    return new Slice(entry.key().source(), new Span(start, end < 0 ? content.length() : end + 1));
  }
}
