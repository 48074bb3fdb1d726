package dev.plimsoll.source;

import dev.plimsoll.parse.small.IgnoreFileParser;
import dev.plimsoll.parse.small.tree.IgnoreFile;
import dev.plimsoll.parse.small.tree.IgnorePattern;
import dev.plimsoll.parse.small.tree.IgnoreSyntax;
import dev.plimsoll.source.Workspace.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ignore files in force in one folder: its own speaks before those of the folders above. */
final class IgnoreChain {

  /** The ignore files from the innermost out. */
  private final List<Link> links;

  /**
   * @param prefix what a name has to lose to become a path of that file: {@code ""} or {@code
   *     folder/}
   */
  private record Link(String prefix, IgnoreFile file) {}

  private IgnoreChain(List<Link> links) {
    this.links = links;
  }

  /** What is in force in the root, before its own {@code .gitignore}. */
  static IgnoreChain start(Workspace workspace) {
    return new IgnoreChain(List.of()).with(workspace, "", ".git/info/exclude");
  }

  /** The chain of a folder below, with its own file if it has one. */
  IgnoreChain into(Workspace workspace, String folder) {
    String prefix = folder.isEmpty() ? "" : folder + "/";
    return with(workspace, prefix, prefix + ".gitignore");
  }

  /** An ignore file that cannot be read ignores nothing. */
  private IgnoreChain with(Workspace workspace, String prefix, String name) {
    if (workspace.kind(name) != Kind.FILE) {
      return this;
    }
    IgnoreFile file;
    try {
      file = IgnoreFileParser.parse(workspace.read(name).text(), IgnoreSyntax.GIT).tree();
    } catch (IOException e) {
      return this;
    }
    List<Link> longer = new ArrayList<>(links.size() + 1);
    longer.add(new Link(prefix, file));
    longer.addAll(links);
    return new IgnoreChain(longer);
  }

  boolean ignoresFile(String name) {
    for (Link link : links) {
      Optional<IgnorePattern> match =
          link.file().matchingFile(name.substring(link.prefix().length()));
      if (match.isPresent()) {
        return !match.get().negated();
      }
    }
    return false;
  }

  boolean ignoresFolder(String name) {
    for (Link link : links) {
      Optional<IgnorePattern> match =
          link.file().matchingFolder(name.substring(link.prefix().length()));
      if (match.isPresent()) {
        return !match.get().negated();
      }
    }
    return false;
  }
}
