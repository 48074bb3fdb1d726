package dev.plimsoll.engine;

import dev.plimsoll.fix.Edit.Replace;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewFile;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.Splice;
import dev.plimsoll.source.Workspace;
import dev.plimsoll.text.SourceText;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Looks at a fix before anything is applied: is it a fix at all, and may it touch what it touches?
 */
final class Admission {

  private final Scope scope;
  private final LintSettings.Reach reach;
  private final Map<String, Optional<SourceText>> texts = new TreeMap<>();

  Admission(Scope scope, LintSettings.Reach reach) {
    this.scope = scope;
    this.reach = reach;
  }

  /** Why a fix is refused, or empty. */
  Optional<String> refuse(Candidate candidate, Workspace workspace) {
    Fix fix = candidate.fix();
    if (fix.edits().isEmpty() && fix.newFiles().isEmpty()) {
      return Optional.of("it changes nothing");
    }
    for (ModelChange change : fix.changes()) {
      if (fix.safety() == Safety.SAFE && !change.kind().allowedInSafeFix()) {
        return Optional.of("it calls itself safe and declares that it changes " + change.anchor());
      }
    }
    for (NewFile file : fix.newFiles()) {
      Optional<String> reason = refuse(file, workspace);
      if (reason.isPresent()) {
        return reason;
      }
    }
    for (Map.Entry<String, List<Replace>> entry : Trial.edits(List.of(candidate)).entrySet()) {
      Optional<String> reason = refuse(entry.getKey(), entry.getValue(), workspace);
      if (reason.isPresent()) {
        return reason;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> refuse(NewFile file, Workspace workspace) {
    for (String segment : file.name().split("/", -1)) {
      if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
        return Optional.of(
            "it would create " + file.name() + ", which is no name in the workspace");
      }
    }
    return workspace.kind(file.name()) == Workspace.Kind.ABSENT
        ? Optional.empty()
        : Optional.of("it would create " + file.name() + ", which exists");
  }

  private Optional<String> refuse(String file, List<Replace> edits, Workspace workspace) {
    if (reach == LintSettings.Reach.TARGETS && !scope.targets().contains(file)) {
      return Optional.of("it edits " + file + ", which is no target: use --fix-related");
    }
    Optional<SourceText> text = text(file, workspace);
    if (text.isEmpty()) {
      return Optional.of("it edits " + file + ", which cannot be read");
    }
    if (text.get().malformed()) {
      return Optional.of(file + " is not valid UTF-8 and is never edited");
    }
    int length = text.get().content().length();
    for (Replace edit : edits) {
      if (edit.span().end() > length) {
        return Optional.of("it has an edit past the end of " + file);
      }
    }
    return Splice.of(edits, length).isPresent()
        ? Optional.empty()
        : Optional.of("its own edits overlap in " + file);
  }

  private Optional<SourceText> text(String file, Workspace workspace) {
    return texts.computeIfAbsent(file, name -> read(name, workspace));
  }

  private static Optional<SourceText> read(String file, Workspace workspace) {
    if (workspace.kind(file) != Workspace.Kind.FILE) {
      return Optional.empty();
    }
    try {
      return Optional.of(workspace.read(file).text());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
