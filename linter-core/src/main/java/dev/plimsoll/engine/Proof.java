package dev.plimsoll.engine;

import dev.plimsoll.engine.Groups.Component;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Splice;
import dev.plimsoll.rule.Outcome.ToolFailure;
import dev.plimsoll.text.Anchor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Proves one connected component of fixes on its overlay (points 1 to 5 of the design; that a
 * second run changes nothing is the loop's). A proof is for the state it was made in.
 */
final class Proof {

  /**
   * The engine's own remarks on comments, which are no part of a model: a fix may make one idle.
   */
  private static final String ENGINE_RULES = "plimsoll/";

  private final Trial trial;
  private final Component component;
  private final WatchedTask watched;

  Proof(Trial trial, Component component, WatchedTask watched) {
    this.trial = trial;
    this.component = component;
    this.watched = watched;
  }

  /** Why the fixes are not proved, or empty if they are. */
  Optional<Refutation> refute() throws IOException {
    Optional<String> reason = lostFile();
    if (reason.isEmpty()) {
      reason = newProblem();
    }
    if (reason.isEmpty()) {
      reason = newFailure();
    }
    Optional<Refutation> refuted = reason.map(Refutation::of);
    if (refuted.isEmpty()) {
      refuted = findings();
    }
    if (refuted.isEmpty()) {
      refuted = strayCharacter().map(Refutation::of);
    }
    return refuted.isEmpty() ? new ModelProof(trial, component, watched).refute() : refuted;
  }

  private Optional<String> lostFile() {
    for (String file : component.files()) {
      if (trial.before().texts().containsKey(file) && !trial.after().texts().containsKey(file)) {
        return Optional.of(file + " could no longer be read");
      }
    }
    return Optional.empty();
  }

  private Optional<String> newProblem() {
    for (String file : component.files()) {
      if (problems(trial.after(), file) > problems(trial.before(), file)) {
        return Optional.of("it would break the syntax of " + file);
      }
    }
    return Optional.empty();
  }

  private static int problems(Analysis analysis, String file) {
    FileAnalysis judged = analysis.judged().get(file);
    return judged == null ? 0 : judged.problems();
  }

  /** A rule that fails on the fixed text reports nothing, which proves nothing. */
  private Optional<String> newFailure() {
    for (String file : component.files()) {
      Set<String> before = failed(trial.before(), file);
      for (String rule : failed(trial.after(), file)) {
        if (!before.contains(rule)) {
          return Optional.of(rule + " fails on the fixed text of " + file);
        }
      }
    }
    return Optional.empty();
  }

  private static Set<String> failed(Analysis analysis, String file) {
    Set<String> rules = new HashSet<>();
    FileAnalysis judged = analysis.judged().get(file);
    if (judged != null) {
      for (ToolFailure failure : judged.failures()) {
        rules.add(failure.rule());
      }
    }
    return rules;
  }

  private Optional<Refutation> findings() {
    SortedMap<String, Reported.Key> names = new TreeMap<>();
    Map<Reported.Key, Integer> before = count(trial.before(), names);
    Map<Reported.Key, Integer> after = count(trial.after(), names);
    Map<Reported.Key, Integer> targeted = targeted();
    List<Candidate> vain = new ArrayList<>();
    for (Candidate candidate : component.fixes()) {
      Reported.Key key = candidate.reported().key();
      int allowed = before.getOrDefault(key, 0) - targeted.getOrDefault(key, 0);
      if (after.getOrDefault(key, 0) > allowed) {
        vain.add(candidate);
      }
    }
    if (!vain.isEmpty()) {
      return Optional.of(new Refutation("the finding would still be there", vain));
    }
    List<Reported.Key> more = more(after, moved(before), names.values());
    if (more.isEmpty()) {
      return Optional.empty();
    }
    Reported.Key first = more.get(0);
    String reason = "it would bring a new finding: " + first.rule() + " in " + first.file();
    return Optional.of(new Refutation(reason, near(more)));
  }

  /** Of what was found more often than expected, what no fix declares. */
  private List<Reported.Key> more(
      Map<Reported.Key, Integer> after,
      Map<Reported.Key, Integer> expected,
      Collection<Reported.Key> keys) {
    List<Reported.Key> found = new ArrayList<>();
    Set<String> declared = mayTrigger();
    for (Reported.Key key : keys) {
      boolean more = after.getOrDefault(key, 0) > expected.getOrDefault(key, 0);
      if (more && !isDeclared(key.rule(), declared) && !key.rule().startsWith(ENGINE_RULES)) {
        found.add(key);
      }
    }
    return found;
  }

  /** The fixes that change something at an address of what is found, above it or below. */
  private List<Candidate> near(List<Reported.Key> found) {
    List<Candidate> near = new ArrayList<>();
    for (Candidate fix : component.fixes()) {
      if (isNear(fix, found)) {
        near.add(fix);
      }
    }
    return near;
  }

  private static boolean isNear(Candidate fix, List<Reported.Key> found) {
    for (ModelChange change : fix.fix().changes()) {
      for (Reported.Key key : found) {
        boolean isOnPath =
            key.anchor().isWithin(change.anchor()) || change.anchor().isWithin(key.anchor());
        if (isOnPath && key.file().equals(change.file())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Counts by rule, file and anchor; {@code names} collects the keys in a stable order. */
  private Map<Reported.Key, Integer> count(
      Analysis analysis, SortedMap<String, Reported.Key> names) {
    Map<Reported.Key, Integer> counts = new HashMap<>();
    for (String file : component.files()) {
      FileAnalysis judged = analysis.judged().get(file);
      if (judged == null) {
        continue;
      }
      for (Reported reported : judged.reported()) {
        Reported.Key key = reported.key();
        counts.merge(key, 1, Integer::sum);
        names.put(key.file() + '\0' + key.rule() + '\0' + key.anchor(), key);
      }
    }
    return counts;
  }

  private Map<Reported.Key, Integer> targeted() {
    Map<Reported.Key, Integer> counts = new HashMap<>();
    Set<Reported> seen = new HashSet<>();
    for (Candidate candidate : component.fixes()) {
      if (seen.add(candidate.reported())) {
        counts.merge(candidate.reported().key(), 1, Integer::sum);
      }
    }
    return counts;
  }

  /** The counts before, with what stood under a moved anchor counted at its new one too. */
  private Map<Reported.Key, Integer> moved(Map<Reported.Key, Integer> before) {
    Map<Reported.Key, Integer> expected = new HashMap<>(before);
    for (Candidate candidate : component.fixes()) {
      for (ModelChange change : candidate.fix().changes()) {
        if (change.kind() == ModelChange.Kind.MOVE) {
          before.forEach((key, count) -> move(key, count, change, expected));
        }
      }
    }
    return expected;
  }

  private static void move(
      Reported.Key key, int count, ModelChange change, Map<Reported.Key, Integer> expected) {
    if (key.file().equals(change.file()) && key.anchor().isWithin(change.anchor())) {
      String below = key.anchor().address().substring(change.anchor().address().length());
      Anchor anchor = new Anchor(change.to().address() + below);
      expected.merge(new Reported.Key(key.rule(), change.toFile(), anchor), count, Integer::sum);
    }
  }

  /** By its id, or by {@code language/*}. */
  private static boolean isDeclared(String rule, Set<String> declared) {
    return declared.contains(rule)
        || declared.contains(rule.substring(0, rule.indexOf('/') + 1) + "*");
  }

  private Set<String> mayTrigger() {
    Set<String> rules = new HashSet<>();
    for (Candidate candidate : component.fixes()) {
      Fix fix = candidate.fix();
      rules.addAll(fix.mayTrigger());
    }
    return rules;
  }

  private Optional<String> strayCharacter() throws IOException {
    for (Map.Entry<String, Splice> entry : trial.splices().entrySet()) {
      String file = entry.getKey();
      if (component.files().contains(file)) {
        String before = trial.before().workspace().read(file).text().content();
        String after = trial.after().workspace().read(file).text().content();
        if (!entry.getValue().explains(before, after)) {
          return Optional.of("characters outside its edits would change in " + file);
        }
      }
    }
    return Optional.empty();
  }
}
