package dev.plimsoll.engine;

import dev.plimsoll.model.command.ScriptSecrets;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeScript;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.Violation;
import dev.plimsoll.parse.small.tree.DotEnvFile;
import dev.plimsoll.project.Inquiry;
import dev.plimsoll.project.ProjectView;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.SecretNames;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calls the hooks that some rule overrides for a Compose file and for the sets it belongs to. */
final class ComposeDispatch {

  private final List<Active<ComposeRule>> file;
  private final List<Active<ComposeRule>> set;
  private final List<Active<ComposeRule>> across;
  private final List<Active<ComposeRule>> service;
  private final ShellDispatch shell;

  ComposeDispatch(RuleSet rules) {
    this.file = rules.compose().overriding("file");
    this.set = rules.compose().overriding("set");
    this.across = rules.compose().overriding("across");
    this.service = rules.compose().overriding("service");
    this.shell = new ShellDispatch(rules);
  }

  /**
   * Judges a file.
   *
   * @param guessed whether its keys alone say that it is a Compose file
   * @return the secrets that show only where its scripts are read
   */
  List<Place> walk(ComposeFile model, boolean guessed, SharedFindings dealt, RuleRun rules) {
    List<Place> secrets = new ArrayList<>();
    if (!model.isCompose()) {
      return secrets;
    }
    Inquiry inquiry = new Inquiry();
    ProjectView view = new ProjectView(dealt.project(), inquiry);
    List<ComposeSet> sets = view.compose().composeSets(model);
    Optional<Slice> foreign = guessed ? unknownKey(model, sets) : Optional.empty();
    if (foreign.isPresent()) {
      inquiry.leftOut(
          "it may be another tool's: Compose has no key "
              + foreign.get().text()
              + " there (if it is Compose's, let its name say so, or files: in plimsoll.yaml)");
      rules.restOn(inquiry);
      return secrets;
    }
    rules.each(
        file,
        new RuleRun.Call<>() {
          @Override
          void on(ComposeRule rule, RuleContext context) {
            rule.file(model, context);
          }
        });
    Set<Place> scripts = new HashSet<>();
    for (ComposeSet each : sets) {
      set(model, each, rules);
      across(model, each, dealt, rules);
      services(model, each, rules);
      if (each.files().get(0).equals(model.name())) {
        for (DotEnvFile variables : view.compose().files().variableFiles(each)) {
          addSecrets(variables, secrets);
        }
      }
      if (!shell.isIdle()) {
        for (ComposeScript script : view.compose().scripts(each, model.name(), scripts)) {
          script(model, script, rules);
          addSecrets(script, model.name(), secrets);
        }
      }
    }
    rules.restOn(inquiry);
    return secrets;
  }

  /** A key of the file that Compose does not know: others took its form and added to it. */
  private static Optional<Slice> unknownKey(ComposeFile model, List<ComposeSet> sets) {
    for (ComposeSet set : sets) {
      for (Violation violation : set.violations()) {
        if (violation.kind() == Violation.Kind.UNKNOWN_KEY
            && violation.meant().isEmpty()
            && violation.place().place().file().equals(model.name())) {
          return Optional.of(violation.place());
        }
      }
    }
    return Optional.empty();
  }

  /** What the variables of a file hold whose names announce it, to the end of the word. */
  private static void addSecrets(DotEnvFile variables, List<Place> secrets) {
    for (DotEnvFile.Entry entry : variables.entries()) {
      Optional<Slice> value = entry.value();
      if (value.isPresent()
          && !value.get().span().isEmpty()
          && !value.get().text().startsWith("$")
          && SecretNames.announcesSecret(entry.key().text())) {
        secrets.add(value.get().place());
        addRest(value.get(), secrets);
      }
    }
  }

  /** What is read as a comment behind a value, but has no blank behind its sign. */
  private static void addRest(Slice value, List<Place> secrets) {
    String content = value.source().content();
    int start = value.span().end() + 1;
    int end = start;
    while (end < content.length() && content.charAt(end) > ' ') {
      end++;
    }
    if (end > start + 1 && content.charAt(start) == '#') {
      secrets.add(new Slice(value.source(), new Span(start, end)).place());
    }
  }

  private static void addSecrets(ComposeScript script, String file, List<Place> secrets) {
    List<Place> all = new ArrayList<>(script.script().secrets());
    ScriptSecrets.passwords(all, script.script());
    for (Place place : all) {
      if (place.file().equals(file)) {
        secrets.add(place);
      }
    }
  }

  private void script(ComposeFile model, ComposeScript script, RuleRun rules) {
    Anchor owner = model.owner(model.source().slice(script.source().place().span()));
    shell.walk(script, new ScriptSeat(model.name(), script.anchor(), owner), rules);
  }

  private void set(ComposeFile model, ComposeSet node, RuleRun rules) {
    rules.each(
        set,
        new RuleRun.Call<>() {
          @Override
          void on(ComposeRule rule, RuleContext context) {
            context.keepTo(model.name());
            rule.set(node, model, context);
          }
        });
  }

  private void across(ComposeFile model, ComposeSet node, SharedFindings dealt, RuleRun rules) {
    for (Active<ComposeRule> active : across) {
      rules.each(
          List.of(active),
          new RuleRun.Call<>() {
            @Override
            void on(ComposeRule rule, RuleContext context) {
              context.keepTo(model.name());
              dealt.report(active, node, model.name(), context);
            }
          });
    }
  }

  private void services(ComposeFile model, ComposeSet node, RuleRun rules) {
    for (ComposeService each : node.servicesIn(model.name())) {
      rules.each(
          service,
          new RuleRun.Call<>() {
            @Override
            void on(ComposeRule rule, RuleContext context) {
              context.keepTo(model.name());
              rule.service(each, node, model, context);
            }
          });
    }
  }
}
