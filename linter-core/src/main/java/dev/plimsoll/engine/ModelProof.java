package dev.plimsoll.engine;

import dev.plimsoll.engine.Groups.Component;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Splice;
import dev.plimsoll.model.SourceModel;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Facet;
import dev.plimsoll.text.SourceText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares the judged models before and after: outside the declared anchors they are equal. First
 * for all fixes together, then apart, so that no fix hides behind what another declares.
 */
final class ModelProof {

  /** Up to so many declarations in one file are looked at one by one, of a large file fewer. */
  private static final int MAX_SINGLE = 64;

  /** Characters that are read again at most where each declaration is looked at by itself. */
  private static final int MAX_READ = 8_000_000;

  private final Trial trial;
  private final Component component;
  private final WatchedTask watched;

  ModelProof(Trial trial, Component component, WatchedTask watched) {
    this.trial = trial;
    this.component = component;
    this.watched = watched;
  }

  Optional<String> refute() throws IOException {
    for (String file : component.files()) {
      Optional<String> reason = together(file);
      if (reason.isEmpty() && trial.splices().containsKey(file)) {
        reason = apart(file);
      }
      if (reason.isPresent()) {
        return reason;
      }
    }
    return Optional.empty();
  }

  private Optional<String> together(String file) throws IOException {
    if (!trial.splices().containsKey(file)) {
      return Optional.empty();
    }
    List<Facet> before = facets(trial.before(), file);
    Optional<String> reason = compare(file, before, facets(trial.after(), file), component.fixes());
    return reason.isEmpty() && SharingProof.isNeeded(file, component.fixes())
        ? SharingProof.refute(
            model(trial.before(), trial.before().workspace().read(file).text()),
            model(trial.after(), trial.after().workspace().read(file).text()),
            component.fixes())
        : reason;
  }

  private Optional<String> apart(String file) throws IOException {
    SourceText text = trial.before().workspace().read(file).text();
    List<Facet> before = facets(trial.before(), file);
    for (List<Candidate> some : portions(file, text.content().length())) {
      watched.beat();
      Optional<Splice> splice =
          Splice.of(Trial.edits(some).getOrDefault(file, List.of()), text.content().length());
      if (splice.isEmpty()) {
        return Optional.of("its edits overlap in " + file);
      }
      SourceText alone = text.with(splice.get().apply(text.content()));
      Optional<String> reason = compare(file, before, facets(trial.before(), alone), some);
      if (reason.isEmpty() && SharingProof.isNeeded(file, some)) {
        reason =
            SharingProof.refute(model(trial.before(), text), model(trial.before(), alone), some);
      }
      if (reason.isPresent()) {
        return reason;
      }
    }
    return Optional.empty();
  }

  /**
   * Portions of a file's fixes such that of any two that declare different changes one stands in a
   * portion without the other: each declaration by itself or, of very many, by the bits of their
   * numbers, which takes twice the logarithm of their count, though two others together might then
   * cover for a third. None where all declare the same.
   */
  private List<List<Candidate>> portions(String file, int length) {
    SortedMap<String, List<Candidate>> byDeclaration = new TreeMap<>();
    for (Candidate fix : component.fixes()) {
      if (fix.files().contains(file)) {
        byDeclaration
            .computeIfAbsent(declaration(fix, file), declared -> new ArrayList<>())
            .add(fix);
      }
    }
    List<List<Candidate>> each = new ArrayList<>(byDeclaration.values());
    if (each.size() == 1) {
      return List.of(); // all that declare the same were together
    }
    if (each.size() <= Math.min(MAX_SINGLE, MAX_READ / Math.max(1, length))) {
      return each;
    }
    List<List<Candidate>> portions = new ArrayList<>();
    for (int bit = 1; bit < each.size(); bit <<= 1) {
      List<Candidate> zeros = new ArrayList<>();
      List<Candidate> ones = new ArrayList<>();
      for (int i = 0; i < each.size(); i++) {
        ((i & bit) == 0 ? zeros : ones).addAll(each.get(i));
      }
      portions.add(zeros);
      portions.add(ones);
    }
    return portions;
  }

  /** What a fix declares for a file, as one text. */
  private static String declaration(Candidate fix, String file) {
    SortedSet<String> changes = new TreeSet<>();
    declared(file, List.of(fix))
        .forEach(
            (anchor, kinds) -> {
              for (ModelChange.Kind kind : kinds) {
                changes.add(anchor.address() + ' ' + kind.name());
              }
            });
    return String.join("\n", changes);
  }

  private static List<Facet> facets(Analysis analysis, String file) throws IOException {
    SourceText text = analysis.texts().get(file);
    return text != null
        ? facets(analysis, text)
        : List.of(new Facet(Anchor.FILE, analysis.workspace().read(file).text().content()));
  }

  private static List<Facet> facets(Analysis analysis, SourceText text) {
    Optional<SourceModel> model = model(analysis, text);
    return model.isPresent()
        ? model.get().facets()
        : List.of(new Facet(Anchor.FILE, text.content()));
  }

  private static Optional<SourceModel> model(Analysis analysis, SourceText text) {
    return analysis.texts().containsKey(text.name())
        ? analysis.readers().model(text)
        : Optional.empty();
  }

  private static Optional<String> compare(
      String file, List<Facet> all, List<Facet> after, List<Candidate> fixes) {
    Map<Anchor, List<ModelChange.Kind>> declared = declared(file, fixes);
    List<Facet> before = undeclared(all, declared);
    List<Facet> then = undeclared(after, declared);
    for (int i = 0; i < Math.max(before.size(), then.size()); i++) {
      if (i >= before.size()) {
        return changed("add", then.get(i), file);
      }
      if (i >= then.size()) {
        return changed("lose", before.get(i), file);
      }
      if (!before.get(i).equals(then.get(i))) {
        return changed("change", before.get(i), file);
      }
    }
    return counts(file, all, after, declared);
  }

  private static Optional<String> changed(String verb, Facet facet, String file) {
    String what = facet.anchor().equals(Anchor.FILE) ? "" : " at " + facet.anchor();
    return Optional.of(
        "the model of " + file + " would " + verb + what + ", which the fix does not declare");
  }

  private static Map<Anchor, List<ModelChange.Kind>> declared(String file, List<Candidate> fixes) {
    Map<Anchor, List<ModelChange.Kind>> declared = new HashMap<>();
    for (Candidate fix : fixes) {
      for (ModelChange change : fix.fix().changes()) {
        if (change.file().equals(file)) {
          declared.computeIfAbsent(change.anchor(), a -> new ArrayList<>()).add(change.kind());
        }
        if (change.toFile().equals(file)) {
          declared.computeIfAbsent(change.to(), a -> new ArrayList<>()).add(change.kind());
        }
      }
    }
    return declared;
  }

  /** What is declared for an anchor, there or above it. */
  private static List<ModelChange.Kind> kinds(
      Anchor anchor, Map<Anchor, List<ModelChange.Kind>> declared) {
    List<ModelChange.Kind> kinds = new ArrayList<>(declared.getOrDefault(Anchor.FILE, List.of()));
    String address = anchor.address();
    for (int end = address.indexOf('/'); end >= 0; end = address.indexOf('/', end + 1)) {
      kinds.addAll(declared.getOrDefault(new Anchor(address.substring(0, end)), List.of()));
    }
    if (!anchor.equals(Anchor.FILE)) {
      kinds.addAll(declared.getOrDefault(anchor, List.of()));
    }
    return kinds;
  }

  private static List<Facet> undeclared(
      List<Facet> facets, Map<Anchor, List<ModelChange.Kind>> declared) {
    List<Facet> rest = new ArrayList<>();
    for (Facet facet : facets) {
      if (kinds(facet.anchor(), declared).isEmpty()) {
        rest.add(facet);
      }
    }
    return rest;
  }

  /** Where only changes are declared, nothing is added and nothing is lost. */
  private static Optional<String> counts(
      String file,
      List<Facet> before,
      List<Facet> after,
      Map<Anchor, List<ModelChange.Kind>> declared) {
    Map<Anchor, Integer> difference = new TreeMap<>();
    for (Facet facet : after) {
      difference.merge(facet.anchor(), 1, Integer::sum);
    }
    for (Facet facet : before) {
      difference.merge(facet.anchor(), -1, Integer::sum);
    }
    for (Map.Entry<Anchor, Integer> entry : difference.entrySet()) {
      List<ModelChange.Kind> kinds = kinds(entry.getKey(), declared);
      boolean moves =
          kinds.contains(ModelChange.Kind.MOVE) || kinds.contains(ModelChange.Kind.SHARING);
      boolean mayGrow = moves || kinds.contains(ModelChange.Kind.ADD);
      boolean mayShrink = moves || kinds.contains(ModelChange.Kind.REMOVE);
      if ((entry.getValue() > 0 && !mayGrow) || (entry.getValue() < 0 && !mayShrink)) {
        String verb = entry.getValue() > 0 ? "add" : "lose";
        return changed(verb, new Facet(entry.getKey(), ""), file);
      }
    }
    return Optional.empty();
  }
}
