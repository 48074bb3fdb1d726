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
