package dev.plimsoll.project;

import dev.plimsoll.model.command.ComposeCall;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sets that a command of Compose starts, those of the files that it names. */
final class CalledSets {

  private static final Answer<List<ComposeSet>> UNKNOWN =
      new Answer.Unknown<>("it cannot be told which files the command means");

  private final Project project;
  private final ComposeSets sets;
  private final Inquiry inquiry;
  private final SourceText script;

  CalledSets(Project project, ComposeSets sets, Inquiry inquiry, SourceText script) {
    this.project = project;
    this.sets = sets;
    this.inquiry = inquiry;
    this.script = script;
  }

  Answer<List<ComposeSet>> of(ComposeCall call) {
    if (!call.isSure() || script.content().contains("COMPOSE_FILE")) {
      return UNKNOWN;
    }
    Optional<List<String>> files = call.files().isEmpty() ? standard() : named(call);
    Optional<ComposeFile> first =
        files.isEmpty()
            ? Optional.empty()
            : project.compose().files(inquiry).file(files.get().get(0));
    if (files.isEmpty() || first.isEmpty()) {
      return UNKNOWN;
    }
    List<ComposeSet> found = new ArrayList<>();
    for (ComposeSet set : sets.of(first.get())) {
      if (call.files().isEmpty()
          ? set.files().get(0).equals(first.get().name())
          : set.files().equals(files.get())) {
        found.add(set);
      }
    }
    return found.isEmpty() ? UNKNOWN : new Answer.Known<>(found, List.of());
  }

  private Optional<List<String>> standard() {
    Optional<String> file = new CalledFiles(project.compose(), inquiry, script).standard(sets);
    return file.isEmpty() ? Optional.empty() : Optional.of(List.of(file.get()));
  }

  private Optional<List<String>> named(ComposeCall call) {
    List<String> paths = new ArrayList<>();
    for (ShellWord file : call.files()) {
      if (!file.isLiteral()) {
        return Optional.empty();
      }
      paths.add(file.text());
    }
    for (StartedFiles started : project.compose().commands().in(script)) {
      if (started.command().files().equals(paths)) {
        return Optional.of(started.files());
      }
    }
    return Optional.empty();
  }
}
