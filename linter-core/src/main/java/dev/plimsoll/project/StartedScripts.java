package dev.plimsoll.project;

import dev.plimsoll.model.command.Script;
import dev.plimsoll.model.command.ScriptReader;
import dev.plimsoll.model.command.Shebang;
import dev.plimsoll.model.command.Shells;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.ServiceMount;
import dev.plimsoll.parse.shell.tree.Dialect;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Workspace;
import dev.plimsoll.source.WorkspacePaths;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The scripts of the project that a container starts: files that its command line names, which its
 * image copies or the service mounts.
 */
final class StartedScripts {

  private static final int LONGEST = 256 * 1024;

  private final Project project;
  private final Inquiry inquiry;
  private final ComposeSet set;

  StartedScripts(Project project, Inquiry inquiry, ComposeSet set) {
    this.project = project;
    this.inquiry = inquiry;
    this.set = set;
  }

  /** Those that a shell reads, in the order in which the line names them. */
  List<Script> read(ComposeService service, ScriptReader reader) {
    List<Script> scripts = new ArrayList<>();
    for (SourceText script : of(service)) {
      Optional<Shebang> shebang = Shebang.of(script.content());
      String program = shebang.isEmpty() ? "sh" : shebang.get().program();
      Shells shells = new Shells(Dialect.BASH);
      Optional<Dialect> dialect = shells.dialect(program);
      if (dialect.isPresent()) {
        Span all = new Span(0, script.content().length());
        scripts.add(reader.read(Anchor.FILE, script.slice(all), dialect.get(), shells));
      }
    }
    return scripts;
  }

  private List<SourceText> of(ComposeService service) {
    List<SourceText> scripts = new ArrayList<>();
    if (!(new ServiceImages(project, inquiry, set).find(service)
        instanceof Answer.Known<ServiceImage> image)) {
      return scripts;
    }
    List<String> words = new ArrayList<>();
    words.addAll(StartLine.entrypoint(service, image.value()).words());
    words.addAll(StartLine.command(service, image.value()).words());
    for (String word : words) {
      if (!word.startsWith("-") && word.indexOf('$') < 0 && !word.isEmpty()) {
        Optional<SourceText> script = mounted(word, service);
        if (script.isEmpty()) {
          script = copied(word, image.value());
        }
        if (script.isPresent()) {
          scripts.add(script.get());
        }
      }
    }
    return scripts;
  }

  private Optional<SourceText> copied(String word, ServiceImage image) {
    for (ServiceImage.Built built : image.builds()) {
      if (project.copiedFiles(built, inquiry).find(word)
              instanceof Answer.Known<Optional<SourceText>> known
          && known.value().isPresent()) {
        return known.value();
      }
    }
    return Optional.empty();
  }

  /** A file of the host that is mounted under the very path. */
  private Optional<SourceText> mounted(String word, ComposeService service) {
    if (word.indexOf('/') < 0) {
      return Optional.empty();
    }
    for (ServiceMount mount : set.mounts(service)) {
      if (mount.kind() == ServiceMount.Kind.BIND
          && mount.target().text().equals(word)
          && mount.source().isPresent()
          && mount.source().get().fixed().isPresent()) {
        Optional<String> name =
            WorkspacePaths.resolve(set.folder(), mount.source().get().fixed().get());
        return name.isEmpty() ? Optional.empty() : text(name.get());
      }
    }
    return Optional.empty();
  }

  private Optional<SourceText> text(String name) {
    Workspace workspace = project.workspace();
    inquiry.reached(name);
    if (workspace.kind(name) != Workspace.Kind.FILE || workspace.size(name) > LONGEST) {
      return Optional.empty();
    }
    try {
      SourceFile file = workspace.read(name);
      return file.firstNul() < 0 ? Optional.of(file.text()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // what cannot be read says nothing
    }
  }
}
