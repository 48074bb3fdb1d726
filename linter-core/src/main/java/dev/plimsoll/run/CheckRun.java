package dev.plimsoll.run;

import dev.plimsoll.config.Configurations;
import dev.plimsoll.engine.LintRequest;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.engine.LintSettings;
import dev.plimsoll.engine.Linter;
import dev.plimsoll.engine.Scope;
import dev.plimsoll.fix.NewFile;
import dev.plimsoll.rule.Outcome.FileText;
import dev.plimsoll.rule.Outcome.NotAnalysed;
import dev.plimsoll.rule.RuleIndex;
import dev.plimsoll.source.DiskWorkspace;
import dev.plimsoll.source.FileFinder;
import dev.plimsoll.source.FileKind;
import dev.plimsoll.source.FoundFiles;
import dev.plimsoll.source.OverlayWorkspace;
import dev.plimsoll.source.Workspace;
import dev.plimsoll.text.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** From the paths a user named to an outcome, and to files written. */
public final class CheckRun {

  private final CheckRequest request;
  private final RuleIndex index;
  private final FixWriter writer;

  public CheckRun(CheckRequest request, RuleIndex index) {
    this.request = request;
    this.index = index;
    this.writer = new FixWriter(request.root().directory());
  }

  /** For a shutdown hook: see {@link FixWriter#interrupt}. */
  public String interrupt() {
    return writer.interrupt();
  }

  /**
   * Runs.
   *
   * @throws IOException if the root itself cannot be read
   */
  public CheckResult run() throws IOException {
    Recovery recovery = FixWriter.recover(request.root().directory());
    Workspace workspace = workspace();
    Configurations configurations = Configurations.load(workspace, request.choices(), index);
    FoundFiles found =
        FileFinder.find(workspace, targets(), new ConfiguredFiles(configurations, request.as()));
    LintRequest asked = lintRequest(workspace, found);
    LintResult lint = new Linter(index, configurations, request.settings()).lint(asked);
    List<SetResult> written =
        request.writing() == CheckRequest.Writing.YES ? write(lint) : List.of();
    Set<String> refused = refused(written);
    if (!refused.isEmpty()) {
      LintSettings unfixed = request.settings().withoutFixes();
      LintResult onDisk = new Linter(index, configurations, unfixed).lint(asked);
      lint = new Unwritten(refused).correct(lint, onDisk);
    }
    return new CheckResult(lint, found, configurations, recovery, written);
  }

  private static Set<String> refused(List<SetResult> written) {
    Set<String> files = new TreeSet<>();
    for (SetResult set : written) {
      if (!set.isWritten()) {
        files.addAll(set.files());
      }
    }
    return files;
  }

  private Workspace workspace() throws IOException {
    DiskWorkspace disk = DiskWorkspace.at(request.root().directory());
    if (request.stdin().isEmpty()) {
      return disk;
    }
    StandardInput input = request.stdin().get();
    return new OverlayWorkspace(disk).put(name(input.name()), input.content());
  }

  private String name(String path) {
    // The root was chosen so that it holds every target.
    return request.root().name(path).orElse(path);
  }

  private List<String> targets() {
    List<String> names = new ArrayList<>();
    if (request.stdin().isPresent()) {
      names.add(name(request.stdin().get().name()));
    }
    for (String target : request.targets()) {
      names.add(name(target));
    }
    return names;
  }

  private static LintRequest lintRequest(Workspace workspace, FoundFiles found) {
    SortedMap<String, Language> files = new TreeMap<>();
    Set<String> named = new HashSet<>();
    Set<String> guessed = new HashSet<>();
    List<NotAnalysed> notAnalysed = new ArrayList<>();
    for (FoundFiles.Found file : found.files()) {
      if (LintRequest.isRead(file.language())) {
        files.put(file.name(), file.language());
        if (file.guessed()) {
          guessed.add(file.name());
        }
        if (file.named()) {
          named.add(file.name());
        }
      } else {
        String reason = file.language().id() + " files are not read yet";
        notAnalysed.add(new NotAnalysed(file.name(), reason, file.named()));
      }
    }
    for (FoundFiles.Skipped skipped : found.notAnalysed()) {
      notAnalysed.add(new NotAnalysed(skipped.name(), skipped.reason(), skipped.named()));
    }
    Set<String> targets = new TreeSet<>(files.keySet());
    targets.addAll(found.namedContext());
    for (String ignoreFile : found.namedContext()) {
      for (String beside : dockerfilesBeside(ignoreFile, workspace)) {
        files.put(beside, Language.DOCKERFILE);
      }
    }
    return new LintRequest(workspace, files, new Scope(targets), named, notAnalysed, guessed);
  }

  /** A named ignore file is judged through the Dockerfiles whose build it cuts. */
  private static List<String> dockerfilesBeside(String ignoreFile, Workspace workspace) {
    String folder = ignoreFile.substring(0, ignoreFile.lastIndexOf('/') + 1);
    List<String> found = new ArrayList<>();
    try {
      String listed = folder.isEmpty() ? "" : folder.substring(0, folder.length() - 1);
      for (String segment : workspace.list(listed)) {
        boolean file = workspace.kind(folder + segment) == Workspace.Kind.FILE;
        if (file && FileKind.of(segment) == FileKind.DOCKERFILE) {
          found.add(folder + segment);
        }
      }
    } catch (IOException e) {
      return List.of(); // nothing beside it can be seen, so nothing is said about it
    }
    return found;
  }

  private List<SetResult> write(LintResult lint) {
    Map<String, FileText> changed = lint.outcome().changed();
    SortedMap<String, NewFile> created = new TreeMap<>();
    for (NewFile file : lint.outcome().created()) {
      created.put(file.name(), file);
    }
    List<List<FileChange>> sets = new ArrayList<>();
    for (SortedSet<String> names : lint.changeSets()) {
      List<FileChange> set = new ArrayList<>();
      for (String name : names) {
        NewFile file = created.get(name);
        FileText text = changed.get(name);
        String hash = lint.hashes().get(name);
        if (file != null) {
          set.add(FileChange.create(file));
        } else if (text != null && hash != null) {
          byte[] bytes = text.read().encode(text.written().content());
          set.add(FileChange.replace(name, hash, bytes));
        }
      }
      if (!set.isEmpty()) {
        sets.add(set);
      }
    }
    return sets.isEmpty() ? List.of() : writer.write(sets);
  }
}
