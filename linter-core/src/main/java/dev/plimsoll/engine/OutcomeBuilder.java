package dev.plimsoll.engine;

import dev.plimsoll.engine.Diagnostics.Fate;
import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.NewFile;
import dev.plimsoll.rule.Diagnostic;
import dev.plimsoll.rule.Diagnostic.RelatedPlace;
import dev.plimsoll.rule.Diagnostic.Status;
import dev.plimsoll.rule.Outcome;
import dev.plimsoll.rule.Outcome.FileText;
import dev.plimsoll.rule.Outcome.NotAnalysed;
import dev.plimsoll.rule.Outcome.ToolFailure;
import dev.plimsoll.rule.RuleIndex;
import dev.plimsoll.rule.RuleMeta;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Workspace;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Turns analyses into what reports read. */
final class OutcomeBuilder {

  private final RuleIndex index;
  private final LintRequest request;
  private final Analyser analyser;

  OutcomeBuilder(RuleIndex index, LintRequest request, Analyser analyser) {
    this.index = index;
    this.request = request;
    this.analyser = analyser;
  }

  LintResult unfixed(Analysis analysis) {
    Draft draft =
        new Draft(new FixResult(analysis, analysis, List.of(), new Bans(), new History()));
    draft.addFindings();
    return new LintResult(draft.outcome(List.of()), List.of(), new TreeMap<>());
  }

  LintResult fixed(FixResult result) throws IOException {
    Draft draft = new Draft(result);
    draft.addFindings();
    draft.addFixed();
    SortedMap<String, String> hashes = new TreeMap<>();
    List<NewFile> created = new ArrayList<>();
    Groups sets = new Groups();
    for (Candidate fix : result.applied()) {
      created.addAll(fix.fix().newFiles());
      for (String file : fix.files()) {
        sets.connect(fix.files().first(), file);
        draft.need(file);
        if (!hashes.containsKey(file) && request.workspace().kind(file) == Workspace.Kind.FILE) {
          SourceFile read = request.workspace().read(file);
          hashes.put(file, read.hash());
        }
      }
    }
    List<SortedSet<String>> changeSets = new ArrayList<>();
    for (Groups.Component set : sets.components(result.applied(), List.of())) {
      changeSets.add(new TreeSet<>(set.files()));
    }
    return new LintResult(draft.outcome(latest(created, result.end())), changeSets, hashes);
  }

  /** A created file may have been edited by a later fix. */
  private static List<NewFile> latest(List<NewFile> created, Analysis end) throws IOException {
    List<NewFile> files = new ArrayList<>();
    for (NewFile file : created) {
      String text = end.workspace().read(file.name()).text().content();
      files.add(new NewFile(file.name(), file.mode(), text));
    }
    return files;
  }

  /** An outcome in the making. */
  private final class Draft {
    private final FixResult result;
    private final Analysis start;
    private final Analysis end;
    private final Masks readMasks;
    private final Masks writtenMasks;
    private final List<Diagnostic> findings = new ArrayList<>();
    private final List<Diagnostic> suppressed = new ArrayList<>();
    private final List<Diagnostic> fixed = new ArrayList<>();
    private final SortedSet<String> needed = new TreeSet<>();
    private Map<String, RuleMeta> metadata = Map.of();

    Draft(FixResult result) {
      this.result = result;
      this.start = result.start();
      this.end = result.end();
      this.readMasks = Masks.of(start);
      this.writtenMasks = result.applied().isEmpty() ? readMasks : Masks.of(end);
    }

    void need(String file) {
      needed.add(file);
    }

    private Map<String, RuleMeta> metadata() {
      if (metadata.isEmpty()) {
        metadata = Diagnostics.metadata(index); // first asked for when there is something to say
      }
      return metadata;
    }

    void addFindings() {
      List<Reported> shown = new ArrayList<>();
      for (FileAnalysis judged : end.judged().values()) {
        for (Reported reported : judged.reported()) {
          if (reported.by().isChosen() && request.scope().covers(reported)) {
            shown.add(reported);
          }
        }
      }
      if (shown.isEmpty()) {
        return;
      }
      shown.sort(null);
      Diagnostics diagnostics = new Diagnostics(metadata(), writtenMasks);
      for (Reported reported : shown) {
        Diagnostic diagnostic = diagnostics.of(reported, reported.place(), fate(reported));
        collectFiles(diagnostic);
        (reported.suppression().isPresent() ? suppressed : findings).add(diagnostic);
      }
    }

    private Fate fate(Reported reported) {
      Place place = reported.place();
      Place asRead = new Place(place.file(), result.history().asRead(place.file(), place.span()));
      String rule = reported.by().id();
      return choice -> {
        Optional<String> reason = result.bans().reason(Candidate.Id.of(rule, asRead, choice));
        return reason.isEmpty()
            ? Optional.empty()
            : Optional.of(new Fate.Tried(Status.WITHDRAWN, reason));
      };
    }

    void addFixed() {
      if (result.applied().isEmpty()) {
        return;
      }
      List<Candidate> applied = new ArrayList<>(result.applied());
      applied.sort(
          (one, other) -> {
            int byPlace = one.asRead().compareTo(other.asRead());
            return byPlace != 0
                ? byPlace
                : one.reported().by().id().compareTo(other.reported().by().id());
          });
      Diagnostics diagnostics = new Diagnostics(metadata(), readMasks);
      for (Candidate fix : applied) {
        int chosen = fix.choice();
        Fate fate =
            choice ->
                choice == chosen
                    ? Optional.of(new Fate.Tried(Status.APPLIED, Optional.empty()))
                    : Optional.empty();
        Diagnostic diagnostic = diagnostics.of(fix.reported(), fix.asRead(), fate);
        collectFiles(diagnostic);
        fixed.add(diagnostic);
      }
    }

    private void collectFiles(Diagnostic diagnostic) {
      needed.add(diagnostic.place().file());
      for (RelatedPlace related : diagnostic.related()) {
        needed.add(related.place().file());
      }
      for (Diagnostic.FixReport fix : diagnostic.fixes()) {
        for (Edit.Replace edit : fix.edits()) {
          needed.add(edit.file());
        }
      }
    }

    Outcome outcome(List<NewFile> created) {
      List<NotAnalysed> notAnalysed = new ArrayList<>(request.notAnalysed());
      end.unread()
          .forEach(
              (file, reason) ->
                  notAnalysed.add(new NotAnalysed(file, reason, request.named().contains(file))));
      addLeftOut(notAnalysed);
      notAnalysed.sort((one, other) -> one.file().compareTo(other.file()));
      List<ToolFailure> failures = new ArrayList<>();
      for (FileAnalysis judged : end.judged().values()) {
        failures.addAll(judged.failures());
      }
      return new Outcome(
          findings,
          suppressed,
          fixed,
          notAnalysed,
          failures,
          texts(),
          created,
          end.texts().size(),
          rules());
    }

    /** Once a folder: what is too much for one of its files is so for others. */
    private void addLeftOut(List<NotAnalysed> notAnalysed) {
      Set<String> folders = new HashSet<>();
      for (Map.Entry<String, FileAnalysis> entry : end.judged().entrySet()) {
        Optional<String> leftOut = entry.getValue().leftOut();
        String file = entry.getKey();
        if (leftOut.isPresent() && folders.add(file.substring(0, file.lastIndexOf('/') + 1))) {
          notAnalysed.add(new NotAnalysed(file, leftOut.get(), false));
        }
      }
    }

    private SortedMap<String, FileText> texts() {
      SortedMap<String, FileText> texts = new TreeMap<>();
      for (String file : needed) {
        Optional<SourceText> read = text(start, file);
        if (read.isPresent()) {
          List<Span> masked = readMasks.in(read.get());
          if (result.applied().isEmpty()) {
            texts.put(file, new FileText(read.get(), read.get(), masked, masked));
          } else {
            SourceText written = text(end, file).orElse(read.get());
            texts.put(file, new FileText(read.get(), written, masked, writtenMasks.in(written)));
          }
        }
      }
      return texts;
    }

    private Optional<SourceText> text(Analysis analysis, String file) {
      SourceText text = analysis.texts().get(file);
      if (text != null) {
        return Optional.of(text);
      }
      try {
        return analysis.workspace().kind(file) == Workspace.Kind.FILE
            ? Optional.of(analysis.workspace().read(file).text())
            : Optional.empty();
      } catch (IOException e) {
        return Optional.empty(); // it has gone since: the report does without an excerpt
      }
    }

    private int rules() {
      Set<String> ids = new HashSet<>();
      Set<RuleSet> sets = new HashSet<>();
      for (String file : end.texts().keySet()) {
        RuleSet rules = analyser.ruleSet(file);
        if (sets.add(rules)) {
          ids.addAll(rules.chosen());
        }
      }
      return ids.size();
    }
  }
}
