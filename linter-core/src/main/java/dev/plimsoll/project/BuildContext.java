package dev.plimsoll.project;

import dev.plimsoll.model.dockerfile.Copy;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.parse.small.IgnoreFileParser;
import dev.plimsoll.parse.small.tree.IgnoreFile;
import dev.plimsoll.parse.small.tree.IgnorePattern;
import dev.plimsoll.parse.small.tree.IgnoreSyntax;
import dev.plimsoll.source.Workspace;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A folder that a Dockerfile is built from: one that a Compose file names, else the most likely
 * one, its own. The latter is evidence, not knowledge, so it must not be contradicted: what the
 * file copies is looked for in its folder and in those above. Of what is copied from a folder that
 * is named, something must be there, lest the Compose file is out of date.
 */
final class BuildContext {

  private final Workspace workspace;
  private final Inquiry inquiry;
  private final DockerfileModel file;
  private final String folder;
  private final boolean isGiven;
  private Optional<Standing> standing = Optional.empty();

  /**
   * What the sources of the file say of its folder.
   *
   * @param isSomethingHere whether one of them lies there
   * @param isContradicted whether one of them lies in a folder above instead
   */
  private record Standing(boolean isSomethingHere, boolean isContradicted) {}

  /**
   * Takes the folder that a build is told to take, or none to guess it.
   *
   * @param given its name in the workspace
   */
  BuildContext(Workspace workspace, Inquiry inquiry, DockerfileModel file, Optional<String> given) {
    this.workspace = workspace;
    this.inquiry = inquiry;
    this.file = file;
    this.folder = given.orElse(parent(file.name()));
    this.isGiven = given.isPresent();
  }

  private static String parent(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('/')));
  }

  private static String join(String folder, String path) {
    return folder.isEmpty() ? path : folder + "/" + path;
  }

  Answer<Optional<Exclusion>> excluded(String source) {
    String path = relative(source);
    if (path.isEmpty()) {
      return new Answer.Known<>(Optional.empty(), List.of()); // the whole context, or outside of it
    }
    String ignoreName = ignoreFile();
    if (ignoreName.isEmpty()) {
      return new Answer.Known<>(Optional.empty(), List.of());
    }
    if (!mayBeBuiltHere(path)) {
      return new Answer.Unknown<>("the file may be built from another folder");
    }
    try {
      return excluded(path, ignoreName);
    } catch (IOException e) {
      return new Answer.Unknown<>(ignoreName + " cannot be read");
    }
  }

  /** What a source of the context names, if it is a file that reaches the build. */
  Answer<Optional<SourceText>> file(String source) {
    String path = relative(source);
    if (path.isEmpty() || !mayBeBuiltHere(path)) {
      return new Answer.Unknown<>("the file may be built from another folder");
    }
    Answer<Optional<Exclusion>> exclusion = excluded(source);
    if (!(exclusion instanceof Answer.Known<Optional<Exclusion>> known)) {
      return new Answer.Unknown<>("the ignore file does not tell");
    }
    String name = join(folder, path);
    if (known.value().isPresent() || workspace.kind(name) != Workspace.Kind.FILE) {
      return new Answer.Known<>(Optional.empty(), known.because());
    }
    try {
      SourceText text = workspace.read(name).text();
      return new Answer.Known<>(Optional.of(text), List.of(new Place(name, Span.at(0))));
    } catch (IOException e) {
      return new Answer.Unknown<>(name + " cannot be read");
    }
  }

  /**
   * What lies at a path below a source of COPY or ADD in the folder of the build, as far as the
   * ignore file lets it in.
   */
  PathKind folder(String source, String rest) {
    String own = relative(source);
    String path = own.isEmpty() || rest.isEmpty() ? own + rest : own + "/" + rest;
    if (!exists(folder, path)) {
      return PathKind.ABSENT;
    }
    if (workspace.kind(path.isEmpty() ? folder : join(folder, path)) != Workspace.Kind.DIRECTORY) {
      return PathKind.FILE;
    }
    return !path.isEmpty()
            && excluded(path) instanceof Answer.Known<Optional<Exclusion>> known
            && known.value().isPresent()
        ? PathKind.ABSENT
        : PathKind.FOLDER;
  }

  /** The ignore file of this Dockerfile, whatever the build context is. */
  Answer<Optional<IgnoreFile>> ignoreRules() {
    String name = ignoreFile();
    if (name.isEmpty()) {
      return new Answer.Known<>(Optional.empty(), List.of());
    }
    try {
      IgnoreFile ignore =
          IgnoreFileParser.parse(workspace.read(name).text(), IgnoreSyntax.DOCKER).tree();
      return new Answer.Known<>(Optional.of(ignore), List.of(new Place(name, Span.at(0))));
    } catch (IOException e) {
      return new Answer.Unknown<>(name + " cannot be read");
    }
  }

  /**
   * The name in the workspace that a new file of the context would have.
   *
   * @return nothing where a file of that name is there, or the ignore file would keep it out
   */
  Answer<Optional<String>> newFile(String source) {
    String path = relative(source);
    if (path.isEmpty() || !mayBeBuiltHere(path)) {
      return new Answer.Unknown<>("the file may be built from another folder");
    }
    Answer<Optional<Exclusion>> exclusion = excluded(source);
    if (!(exclusion instanceof Answer.Known<Optional<Exclusion>> known)) {
      return new Answer.Unknown<>("the ignore file does not tell");
    }
    boolean free = known.value().isEmpty() && !exists(folder, path);
    Optional<String> name = free ? Optional.of(join(folder, path)) : Optional.empty();
    return new Answer.Known<>(name, known.because());
  }

  Answer<Reaching> reaching(String source, List<String> names) {
    String path = relative(source);
    boolean outside = path.isEmpty() && source.contains("..");
    if (outside || !mayBeBuiltHere(path)) {
      return new Answer.Unknown<>("the folder may lie elsewhere");
    }
    String ignoreName = ignoreFile();
    try {
      List<String> files = new ArrayList<>();
      for (String name : names) {
        String own = path.isEmpty() ? name : path + "/" + name;
        if (exists(folder, own)
            && workspace.kind(join(folder, own)) == Workspace.Kind.FILE
            && !isExcluded(own, ignoreName)) {
          files.add(own);
        }
      }
      return reaching(files, ignoreName);
    } catch (IOException e) {
      return new Answer.Unknown<>("a file cannot be read");
    }
  }

  private boolean isExcluded(String path, String ignoreName) throws IOException {
    if (ignoreName.isEmpty()) {
      return false;
    }
    return excluded(path, ignoreName) instanceof Answer.Known<Optional<Exclusion>> known
        && known.value().isPresent();
  }

  private Answer<Reaching> reaching(List<String> files, String ignoreName) throws IOException {
    if (ignoreName.isEmpty()) {
      Reaching none = new Reaching(files, join(folder, ".dockerignore"), Optional.empty());
      return new Answer.Known<>(none, List.of());
    }
    SourceText text = workspace.read(ignoreName).text();
    Slice whole = new Slice(text, new Span(0, text.content().length()));
    Reaching some = new Reaching(files, ignoreName, Optional.of(whole));
    return new Answer.Known<>(some, List.of(new Place(ignoreName, Span.at(0))));
  }

  private Answer<Optional<Exclusion>> excluded(String path, String ignoreName) throws IOException {
    IgnoreFile ignore =
        IgnoreFileParser.parse(workspace.read(ignoreName).text(), IgnoreSyntax.DOCKER).tree();
    Optional<IgnorePattern> deciding = ignore.decidingFile(path);
    if (deciding.isEmpty() || deciding.get().negated()) {
      return new Answer.Known<>(Optional.empty(), List.of(new Place(ignoreName, Span.at(0))));
    }
    boolean isFile = workspace.kind(join(folder, path)) == Workspace.Kind.FILE;
    if (!isFile && hasNegation(ignore)) {
      return new Answer.Unknown<>("a later pattern may take a part of the folder back");
    }
    Exclusion exclusion = new Exclusion(ignoreName, deciding.get().slice());
    return new Answer.Known<>(Optional.of(exclusion), List.of(exclusion.pattern().place()));
  }

  private static boolean hasNegation(IgnoreFile ignore) {
    for (IgnorePattern pattern : ignore.patterns()) {
      if (pattern.negated()) {
        return true;
      }
    }
    return false;
  }

  /** The ignore file of this Dockerfile: its own before its folder's; empty if it has none. */
  private String ignoreFile() {
    for (String name : List.of(file.name() + ".dockerignore", join(folder, ".dockerignore"))) {
      inquiry.reached(name);
      if (workspace.kind(name) == Workspace.Kind.FILE) {
        return name;
      }
    }
    return "";
  }

  /**
   * Whether nothing speaks for a folder above: none of the sources is found there and not here. A
   * path that is nowhere must at least stand in a file whose other sources are here.
   */
  private boolean mayBeBuiltHere(String path) {
    Standing known = standing.isPresent() ? standing.get() : standing();
    standing = Optional.of(known);
    boolean here = exists(folder, path) || known.isSomethingHere();
    if (isGiven) {
      return here || sources().isEmpty();
    }
    return !known.isContradicted() && (here || folder.isEmpty());
  }

  private Standing standing() {
    boolean here = false;
    for (String source : sources()) {
      boolean found = exists(folder, source);
      here |= found;
      if (!found && !isGiven && isAbove(source)) {
        return new Standing(here, true);
      }
    }
    return new Standing(here, false);
  }

  private boolean isAbove(String source) {
    String above = folder;
    while (!above.isEmpty()) {
      above = parent(above);
      if (exists(above, source)) {
        return true;
      }
    }
    return false;
  }

  private boolean exists(String where, String path) {
    String name = path.isEmpty() ? where : join(where, path);
    inquiry.reached(name);
    return workspace.kind(name) != Workspace.Kind.ABSENT;
  }

  private List<String> sources() {
    List<String> paths = new ArrayList<>();
    for (Step step : file.steps()) {
      if (step instanceof Copy copy) {
        for (Word source : copy.contextSources()) {
          String path = relative(source.text());
          if (!path.isEmpty()) {
            paths.add(path);
          }
        }
      }
    }
    return paths;
  }

  /** A source as a path below the context, without dots and slashes at its ends; else empty. */
  private static String relative(String source) {
    StringBuilder path = new StringBuilder();
    for (String segment : source.split("/", -1)) {
      if (segment.equals("..")) {
        return "";
      }
      if (!segment.isEmpty() && !segment.equals(".")) {
        path.append(path.isEmpty() ? "" : "/").append(segment);
      }
    }
    return path.toString();
  }
}
