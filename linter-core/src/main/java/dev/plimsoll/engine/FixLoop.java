package dev.plimsoll.engine;

import dev.plimsoll.engine.Groups.Component;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.text.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lint, pick, apply on an overlay, lint again, prove; until nothing is left to fix. What is kept
 * was proved in the state it was applied to; what was not is withdrawn by name, and the rest goes
 * on.
 */
final class FixLoop {

  /** Rounds after which fixes that still find work are taken for a growth without end. */
  static final int MAX_ROUNDS = 10;

  private final Analyser analyser;
  private final LintSettings settings;
  private final Scope scope;
  private final Bans bans = new Bans();
  private Optional<Trial> lastProved = Optional.empty();

  FixLoop(Analyser analyser, LintSettings settings, Scope scope) {
    this.analyser = analyser;
    this.settings = settings;
    this.scope = scope;
  }

  /** The fixed state and how it came about; {@code start} itself where nothing was to fix. */
  FixResult run(Analysis start) throws IOException {
    while (true) {
      Optional<FixResult> result = attempt(start);
      if (result.isPresent()) {
        return result.get();
      }
    }
  }

  /** One way from the text as read to a stable one; empty if a cycle banned fixes on the way. */
  private Optional<FixResult> attempt(Analysis start) throws IOException {
    State state = new State(start);
    for (int round = 1; ; round++) {
      List<Candidate> picked = pick(state);
      if (picked.isEmpty()) {
        if (bans.giveSecondChance(state.applied.size())) {
          continue;
        }
        return Optional.of(state.result(bans));
      }
      if (round > MAX_ROUNDS) {
        bans.banRules(picked, "its fixes did not settle in " + MAX_ROUNDS + " rounds");
        return Optional.empty();
      }
      Trial trial = prove(state.current, picked, state.applied.size());
      if (!state.accept(trial)) {
        return Optional.empty();
      }
    }
  }

  /** Fixes of this round: in a total order, none overlapping another. */
  private List<Candidate> pick(State state) {
    Admission admission = new Admission(scope, settings.reach());
    Taken taken = new Taken();
    List<Candidate> picked = new ArrayList<>();
    for (Candidate candidate : candidates(state)) {
      Optional<String> refused = admission.refuse(candidate, state.current.workspace());
      if (refused.isPresent()) {
        bans.ban(List.of(candidate), refused.get());
      } else if (taken.take(candidate.reported().by().id(), candidate.fix())) {
        picked.add(candidate);
      }
    }
    return picked;
  }

  private List<Candidate> candidates(State state) {
    List<Candidate> candidates = new ArrayList<>();
    for (FileAnalysis judged : state.current.judged().values()) {
      for (Reported reported : judged.reported()) {
        if (reported.isShown() && scope.covers(reported)) {
          first(reported, state).ifPresent(candidates::add);
        }
      }
    }
    candidates.sort(
        (one, other) -> {
          int byOrder =
              Integer.compare(one.reported().by().fixOrder(), other.reported().by().fixOrder());
          return byOrder != 0 ? byOrder : one.reported().compareTo(other.reported());
        });
    return candidates;
  }

  /** The first of a finding's fixes that may be applied and was not withdrawn. */
  private Optional<Candidate> first(Reported reported, State state) {
    Place place = reported.place();
    Place asRead = new Place(place.file(), state.history.asRead(place.file(), place.span()));
    List<Fix> fixes = reported.finding().fixes();
    for (int choice = 0; choice < fixes.size(); choice++) {
      Candidate candidate = new Candidate(reported, fixes.get(choice), choice, asRead);
      if (settings.fixes().allows(fixes.get(choice).safety()) && !bans.contains(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /** The largest part of the fixes that can be proved; the guilty ones are banned. */
  private Trial prove(Analysis current, List<Candidate> picked, int progress) throws IOException {
    List<Candidate> fixes = picked;
    while (true) {
      Optional<Trial> known = lastProved;
      if (known.isPresent() && known.get().isOf(current, fixes)) {
        return known.get();
      }
      Trial trial = Trial.of(analyser, current, fixes);
      List<Candidate> kept = new ArrayList<>();
      boolean failed = false;
      for (ProofTask proof : proofs(trial)) {
        List<Candidate> together = proof.component().fixes();
        if (proof.refuted().isEmpty()) {
          kept.addAll(together);
        } else {
          failed = true;
          Analysis part = current.only(proof.component().files());
          kept.addAll(apart(part, List.of(), together, proof.refuted().get(), progress));
        }
      }
      if (!failed) {
        return trial;
      }
      fixes = kept;
    }
  }

  /** Adds to {@code proved} what can be added, halving until each guilty fix stands alone. */
  private List<Candidate> isolate(
      Analysis current, List<Candidate> proved, List<Candidate> more, int progress)
      throws IOException {
    List<Candidate> all = new ArrayList<>(proved);
    all.addAll(more);
    Optional<Refutation> refuted = refute(current, all);
    return refuted.isEmpty() ? all : apart(current, proved, more, refuted.get(), progress);
  }

  /** The same where it is known that not all can be added. */
  private List<Candidate> apart(
      Analysis current,
      List<Candidate> proved,
      List<Candidate> more,
      Refutation refuted,
      int progress)
      throws IOException {
    if (more.size() == 1) {
      bans.withdraw(more.get(0), refuted.reason(), progress);
      return proved;
    }
    Refutation.Halves halves = refuted.halve(more);
    List<Candidate> some = isolate(current, proved, halves.first(), progress);
    boolean lacksNone = some.size() == proved.size() + halves.first().size();
    return lacksNone
        ? apart(current, some, halves.last(), refuted, progress) // all together were refuted
        : isolate(current, some, halves.last(), progress);
  }

  private Optional<Refutation> refute(Analysis current, List<Candidate> fixes) throws IOException {
    Trial trial = Trial.of(analyser, current, fixes);
    for (ProofTask proof : proofs(trial)) {
      if (proof.refuted().isPresent()) {
        return proof.refuted();
      }
    }
    lastProved = Optional.of(trial);
    return Optional.empty();
  }

  /** Proves each component of a trial. */
  private List<ProofTask> proofs(Trial trial) {
    List<WatchedTask> tasks = new ArrayList<>();
    for (Component component : components(trial)) {
      tasks.add(new ProofTask(trial, component));
    }
    List<ProofTask> proofs = new ArrayList<>();
    for (WatchedTask done : settings.runner().run(tasks)) {
      proofs.add((ProofTask) done);
    }
    return proofs;
  }

  private static List<Component> components(Trial trial) {
    Groups groups = new Groups();
    Set<String> changed = new HashSet<>();
    for (Candidate fix : trial.fixes()) {
      changed.addAll(fix.files());
      for (String file : fix.files()) {
        groups.connect(fix.files().first(), file);
        groups.connect(file, fix.reported().place().file());
      }
    }
    connectAsked(groups, trial.before(), changed);
    connectAsked(groups, trial.after(), changed);
    return groups.components(trial.fixes(), trial.after().judged().keySet());
  }

  /** Connects files to those that they rest on; what no fix touches passes nothing on. */
  private static void connectAsked(Groups groups, Analysis analysis, Set<String> changed) {
    for (Map.Entry<String, FileAnalysis> entry : analysis.judged().entrySet()) {
      for (String asked : entry.getValue().asked().among(changed)) {
        groups.connect(entry.getKey(), asked);
      }
    }
  }

  /** Where an attempt stands. */
  private final class State {
    private Analysis current;
    private final Analysis start;
    private final History history = new History();
    private final List<Candidate> applied = new ArrayList<>();
    private final List<List<Candidate>> rounds = new ArrayList<>();
    // For each file the hashes of its texts so far, and the round in which each came up.
    private final Map<String, Map<String, Integer>> texts = new HashMap<>();

    State(Analysis start) {
      this.start = start;
      this.current = start;
    }

    /** Takes a proved trial over; refuses, and bans the rules involved, if a text came back. */
    boolean accept(Trial trial) throws IOException {
      for (String file : trial.splices().keySet()) {
        Map<String, Integer> seen = texts.computeIfAbsent(file, f -> new HashMap<>());
        if (seen.isEmpty()) { // later ones came up as what a round made of it
          seen.put(hash(current, file), rounds.size());
        }
        Integer before = seen.putIfAbsent(hash(trial.after(), file), rounds.size() + 1);
        if (before != null) {
          banCycle(file, before, trial);
          return false;
        }
      }
      history.add(trial.splices());
      applied.addAll(trial.fixes());
      rounds.add(trial.fixes());
      current = trial.after();
      return true;
    }

    private String hash(Analysis analysis, String file) throws IOException {
      return SourceFile.hash(analysis.workspace().read(file).bytes());
    }

    private void banCycle(String file, int since, Trial last) {
      List<Candidate> involved = new ArrayList<>();
      for (List<Candidate> round : rounds.subList(since, rounds.size())) {
        involved.addAll(round);
      }
      involved.addAll(last.fixes());
      involved.removeIf(fix -> !fix.files().contains(file));
      Set<String> rules = new TreeSet<>();
      for (Candidate fix : involved) {
        rules.add(fix.reported().by().id());
      }
      String names = String.join(" and ", rules);
      bans.ban(involved, "the fixes of " + names + " undo each other in " + file);
    }

    FixResult result(Bans withdrawn) {
      return new FixResult(start, current, applied, withdrawn, history);
    }
  }
}
