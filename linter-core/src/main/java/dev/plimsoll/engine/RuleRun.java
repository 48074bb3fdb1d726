package dev.plimsoll.engine;

import dev.plimsoll.project.Inquiry;
import dev.plimsoll.project.Project;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Outcome.ToolFailure;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calls rules over one file, each with a context of its own, and outlives their crashes. */
final class RuleRun {

  /** One hook of one node. Anonymous classes, not lambdas: a process's first lambda is dear. */
  abstract static class Call<R extends Rule> {
    abstract void on(R rule, RuleContext context);
  }

  private final WatchedTask task;
  private final Project project;
  private final Set<String> skipped;
  private final RuleContext[] contexts;
  private final Active<?>[] entered;
  private final Set<String> failed = new HashSet<>();
  private final List<ToolFailure> failures = new ArrayList<>();
  private final Inquiry shown = new Inquiry();

  RuleRun(WatchedTask task, Project project, Set<String> skipped, int slots) {
    this.task = task;
    this.project = project;
    this.skipped = skipped;
    this.contexts = new RuleContext[slots];
    this.entered = new Active<?>[slots];
  }

  /** Calls each rule; one that failed on this file is not called again. */
  <R extends Rule> void each(List<Active<R>> rules, Call<R> call) {
    for (int i = 0; i < rules.size(); i++) {
      run(rules.get(i), call);
    }
    task.leave();
  }

  /** Calls one rule, unless it failed on this file. */
  <R extends Rule> void one(Active<R> active, Call<R> call) {
    run(active, call);
    task.leave();
  }

  private boolean isLeftOut(String id) {
    return (!failed.isEmpty() && failed.contains(id))
        || (!skipped.isEmpty() && skipped.contains(id));
  }

  private <R extends Rule> void run(Active<R> active, Call<R> call) {
    if (isLeftOut(active.id())) {
      return;
    }
    task.enter(active.id());
    try {
      call.on(active.rule(), context(active));
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
      failed.add(active.id());
      failures.add(new ToolFailure(active.id(), task.file(), Faults.describe(e)));
    }
  }

  private RuleContext context(Active<?> active) {
    int slot = active.slot();
    if (contexts[slot] == null) {
      contexts[slot] = new RuleContext(active.options(), active.errorModel(), project);
      entered[slot] = active;
    }
    return contexts[slot];
  }

  /** Takes over what other rules came to on the same file. */
  void merge(RuleRun other) {
    for (int slot = 0; slot < contexts.length; slot++) {
      if (other.contexts[slot] != null) {
        contexts[slot] = other.contexts[slot];
        entered[slot] = other.entered[slot];
      }
    }
    failed.addAll(other.failed);
    failed.addAll(other.skipped);
    failures.addAll(other.failures);
  }

  /** Notes what the nodes rest on that the rules are shown. */
  void restOn(Inquiry inquiry) {
    shown.add(inquiry);
  }

  /** What the nodes that the rules are shown leave out. */
  Optional<String> leftOut() {
    return shown.leftOut();
  }

  /** What the rules that came to their end reported, those that failed left out, unordered. */
  List<Reported> reported() {
    List<Reported> all = new ArrayList<>();
    for (int slot = 0; slot < contexts.length; slot++) {
      if (contexts[slot] != null && !failed.contains(entered[slot].id())) {
        for (Finding finding : contexts[slot].findings()) {
          all.add(Reported.of(entered[slot], finding));
        }
      }
    }
    return all;
  }

  List<ToolFailure> failures() {
    return failures;
  }

  /** The other files on which findings or silences of this file rest. */
  Reliance asked() {
    Inquiry all = new Inquiry();
    all.add(shown);
    for (RuleContext context : contexts) {
      if (context != null) {
        all.add(context.inquiry());
      }
    }
    return new Reliance(all.files(), all.shared());
  }

  /** Ids of the rules whose answers lacked context, or that failed: their silence says nothing. */
  Set<String> inconclusive() {
    Set<String> ids = new HashSet<>(failed);
    ids.addAll(skipped);
    for (int slot = 0; slot < contexts.length; slot++) {
      if (contexts[slot] != null && !isComplete(contexts[slot].inquiry())) {
        ids.add(entered[slot].id());
      }
    }
    return ids;
  }

  private boolean isComplete(Inquiry own) {
    return shown.isComplete() && own.isComplete();
  }
}
