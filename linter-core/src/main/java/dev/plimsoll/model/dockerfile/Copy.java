package dev.plimsoll.model.dockerfile;

import dev.plimsoll.parse.dockerfile.tree.Flag;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * COPY or ADD.
 *
 * @param source what {@code --from} names; absent where it reads the build context
 */
public record Copy(Anchor anchor, Instruction.Copy tree, Optional<Source> source, BuildState before)
    implements Step {

  /** The first flag of a name, given without its dashes. */
  public Optional<Flag> flag(String name) {
    return tree.flag(name);
  }

  /** Where it copies to, as a path from the root of the image. */
  public Value target() {
    return BuildPath.resolve(before.workdir(), before.valueOf(tree.target()));
  }

  /** Whether the target says by its end that it is a folder. */
  public boolean isIntoFolder() {
    String target = tree.target().text();
    boolean more = tree.sources().size() + tree.heredocs().size() > 1;
    return more || target.endsWith("/") || target.equals(".") || target.endsWith("/.");
  }

  /** Whether the sources come from the build context, not from a stage or an image. */
  public boolean readsContext() {
    return source.isEmpty();
  }

  /** The sources that name one path of the build context: no URL, no variable, no pattern. */
  public List<Word> contextSources() {
    List<Word> literal = new ArrayList<>();
    if (readsContext()) {
      for (Word source : tree.sources()) {
        if (isLiteralPath(source.text())) {
          literal.add(source);
        }
      }
    }
    return literal;
  }

  /** Whether a source is the root folder, as in {@code COPY --from=build / /}. */
  public boolean copiesRoot() {
    for (Word word : tree.sources()) {
      if (word.text().equals("/") || word.text().equals("/*")) {
        return true;
      }
    }
    return false;
  }

  /**
   * The paths of the build context from which a file of the image may come, if it copies that file.
   *
   * @param file the whole path in the image
   */
  public List<String> contextPathsOf(String file) {
    List<String> paths = new ArrayList<>();
    if (!readsContext() || !(target() instanceof Value.Known target)) {
      return paths;
    }
    String folder = target.text().equals("/") ? "/" : target.text() + "/";
    for (Word word : tree.sources()) {
      String source = word.text();
      if (file.equals(target.text())) {
        if (isLiteralPath(source) && !isIntoFolder()) {
          paths.add(source);
        }
      } else if (file.startsWith(folder)) {
        paths.addAll(below(source, file.substring(folder.length())));
      }
    }
    return paths;
  }

  /** Where a file comes from that a source, itself or all that lies in it, puts there. */
  private static List<String> below(String source, String file) {
    int slash = source.lastIndexOf('/');
    String folder = source.substring(0, slash + 1);
    String name = source.substring(slash + 1);
    int star = name.indexOf('*');
    if (!isLiteralPath(star < 0 ? source : folder)) {
      return List.of();
    }
    if (star < 0) {
      String inFolder = source + "/" + file;
      return name.equals(file) ? List.of(source, inFolder) : List.of(inFolder);
    }
    boolean matches =
        file.length() >= name.length() - 1
            && file.startsWith(name.substring(0, star))
            && file.endsWith(name.substring(star + 1));
    return matches ? List.of(folder + file) : List.of();
  }

  /**
   * The paths that stand in the image afterwards, as far as the instruction tells; of a folder's
   * content the folder itself.
   */
  public List<String> writtenPaths() {
    if (!(target() instanceof Value.Known known)) {
      return List.of();
    }
    String folder = known.text().equals("/") ? "" : known.text();
    if (!tree.target().text().endsWith("/") && tree.sources().size() == 1) {
      return List.of(known.text());
    }
    List<String> paths = new ArrayList<>();
    for (Word source : tree.sources()) {
      String text = source.text();
      String name = text.substring(text.lastIndexOf('/') + 1);
      boolean unpacked = tree.name().equals("ADD") && name.contains(".t") && !text.contains("://");
      boolean named = !name.isEmpty() && !name.equals(".") && !unpacked && name.indexOf('$') < 0;
      paths.add(named ? folder + "/" + name : known.text());
    }
    return paths;
  }

  private static boolean isLiteralPath(String text) {
    if (text.contains("://") || text.startsWith("git@")) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if ("$*?[\"'\\`".indexOf(text.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
  }
}
