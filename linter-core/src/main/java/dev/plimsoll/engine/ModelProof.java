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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Compares the judged models before and after: outside the declared anchors they are equal. First
 * for all fixes together, then for each alone, so that no fix hides behind another's declaration.
 */
final class ModelProof {

  /** Above so many fixes in one file they are looked at rule by rule, not one by one. */
  private static final int MAX_SINGLE = 64;

  private final Trial trial;
  private final Component component;

  ModelProof(Trial trial, Component component) {
    this.trial = trial;
    this.component = component;
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
    return compare(file, before, facets(trial.after(), file), component.fixes());
  }

  private Optional<String> apart(String file) throws IOException {
    SourceText text = trial.before().workspace().read(file).text();
    List<Facet> before = facets(trial.before(), file);
    for (List<Candidate> some : portions(file)) {
      Optional<Splice> splice =
          Splice.of(Trial.edits(some).getOrDefault(file, List.of()), text.content().length());
      if (splice.isEmpty()) {
        return Optional.of("its edits overlap in " + file);
      }
      SourceText alone = text.with(splice.get().apply(text.content()));
      Optional<String> reason = compare(file, before, facets(trial.before(), alone), some);
      if (reason.isPresent()) {
        return reason;
      }
    }
    return Optional.empty();
  }

  private Collection<List<Candidate>> portions(String file) {
    List<Candidate> here = new ArrayList<>();
    for (Candidate fix : component.fixes()) {
      if (fix.files().contains(file)) {
        here.add(fix);
      }
    }
    if (here.size() == 1) {
      return List.of(); // alone is together
    }
    SortedMap<String, List<Candidate>> portions = new TreeMap<>();
    for (int i = 0; i < here.size(); i++) {
      String portion =
          here.size() <= MAX_SINGLE ? String.valueOf(i) : here.get(i).reported().by().id();
      portions.computeIfAbsent(portion, p -> new ArrayList<>()).add(here.get(i));
    }
    return portions.values();
  }

  private static List<Facet> facets(Analysis analysis, String file) throws IOException {
    SourceText text = analysis.texts().get(file);
    return text != null
        ? facets(analysis, text)
        : List.of(new Facet(Anchor.FILE, analysis.workspace().read(file).text().content()));
  }

  private static List<Facet> facets(Analysis analysis, SourceText text) {
    Optional<SourceModel> model =
        analysis.texts().containsKey(text.name())
            ? analysis.readers().model(text)
            : Optional.empty();
    return model.isPresent()
        ? model.get().facets()
        : List.of(new Facet(Anchor.FILE, text.content()));
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
      boolean mayGrow =
          kinds.contains(ModelChange.Kind.ADD) || kinds.contains(ModelChange.Kind.MOVE);
      boolean mayShrink =
          kinds.contains(ModelChange.Kind.REMOVE) || kinds.contains(ModelChange.Kind.MOVE);
      if ((entry.getValue() > 0 && !mayGrow) || (entry.getValue() < 0 && !mayShrink)) {
        String verb = entry.getValue() > 0 ? "add" : "lose";
        return changed(verb, new Facet(entry.getKey(), ""), file);
      }
    }
    return Optional.empty();
  }
}
