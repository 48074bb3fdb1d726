package dev.plimsoll.engine;

import dev.plimsoll.engine.Groups.Component;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Splice;
import dev.plimsoll.model.SourceModel;
import dev.plimsoll.model.openapi.OpenApiFile;
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

  Optional<Refutation> refute() throws IOException {
    for (String file : component.files()) {
      if (trial.splices().containsKey(file)) {
        Optional<Refutation> refuted = refute(file, trial.splices().get(file));
        if (refuted.isPresent()) {
          return refuted;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Refutation> refute(String file, Splice splice) throws IOException {
    SourceText text = text(trial.before(), file);
    SourceText fixed = text(trial.after(), file);
    Optional<SourceModel> before = model(trial.before(), text);
    Optional<SourceModel> after = model(trial.after(), fixed);
    boolean isProved =
        before.isPresent()
            && after.isPresent()
            && before.get() instanceof OpenApiFile one
            && after.get() instanceof OpenApiFile other
            && new AuthorProof(file, splice, fixes(component.fixes()))
                .holds(one.placedFacets(), other.placedFacets());
    if (!isProved) {
      List<Facet> facets = facets(before, text);
      Optional<String> reason = compare(file, facets, facets(after, fixed), component.fixes());
      if (reason.isPresent()) {
        return reason.map(Refutation::of);
      }
    }
    if (SharingProof.isNeeded(file, component.fixes())) {
      Optional<Refutation> refuted = SharingProof.refute(before, after, component.fixes());
      if (refuted.isPresent()) {
        return refuted;
      }
    }
    return isProved ? Optional.empty() : apart(file, text).map(Refutation::of);
  }

  private Optional<String> apart(String file, SourceText text) {
    List<Facet> before = facets(model(trial.before(), text), text);
    for (List<Candidate> some : portions(file, text.content().length())) {
      watched.beat();
      Optional<Splice> splice =
          Splice.of(Trial.edits(some).getOrDefault(file, List.of()), text.content().length());
      if (splice.isEmpty()) {
        return Optional.of("its edits overlap in " + file);
      }
      SourceText alone = text.with(splice.get().apply(text.content()));
      Optional<SourceModel> model = model(trial.before(), alone);
      Optional<String> reason = compare(file, before, facets(model, alone), some);
      if (reason.isEmpty() && SharingProof.isNeeded(file, some)) {
        reason =
            SharingProof.refute(model(trial.before(), text), model, some).map(Refutation::reason);
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
    Declared.of(file, List.of(fix.fix()))
        .changes()
        .forEach(
            (anchor, kinds) -> {
              for (ModelChange.Kind kind : kinds) {
                changes.add(anchor.address() + ' ' + kind.name());
              }
            });
    return String.join("\n", changes);
  }

  private static List<Fix> fixes(List<Candidate> candidates) {
    List<Fix> fixes = new ArrayList<>();
    for (Candidate candidate : candidates) {
      fixes.add(candidate.fix());
    }
    return fixes;
  }

  private static List<Facet> facets(Optional<SourceModel> model, SourceText text) {
    return model.isPresent()
        ? model.get().facets()
        : List.of(new Facet(Anchor.FILE, text.content()));
  }

  /** The text that was judged, or what is there if none was. */
  private static SourceText text(Analysis analysis, String file) throws IOException {
    SourceText judged = analysis.texts().get(file);
    return judged != null ? judged : analysis.workspace().read(file).text();
  }

  private static Optional<SourceModel> model(Analysis analysis, SourceText text) {
    return analysis.texts().containsKey(text.name())
        ? analysis.readers().model(text)
        : Optional.empty();
  }

  private static Optional<String> compare(
      String file, List<Facet> all, List<Facet> after, List<Candidate> fixes) {
    Declared declared = Declared.of(file, fixes(fixes));
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

  private static List<Facet> undeclared(List<Facet> facets, Declared declared) {
    List<Facet> rest = new ArrayList<>();
    for (Facet facet : facets) {
      if (declared.at(facet.anchor()).isEmpty()) {
        rest.add(facet);
      }
    }
    return rest;
  }

  /** Under each anchor there are only so many more or less as may be. */
  private static Optional<String> counts(
      String file, List<Facet> before, List<Facet> after, Declared declared) {
    Map<Anchor, Integer> difference = new HashMap<>();
    for (Facet facet : after) {
      difference.merge(facet.anchor(), 1, Integer::sum);
    }
    for (Facet facet : before) {
      difference.merge(facet.anchor(), -1, Integer::sum);
    }
    difference.values().removeIf(more -> more == 0);
    for (Map.Entry<Anchor, Integer> entry : new TreeMap<>(difference).entrySet()) {
      Optional<String> verb = Declared.refuse(declared.at(entry.getKey()), entry.getValue());
      if (verb.isPresent()) {
        return changed(verb.get(), new Facet(entry.getKey(), ""), file);
      }
    }
    return Optional.empty();
  }
}
