package dev.plimsoll.model.compose;

import dev.plimsoll.model.command.Script;
import dev.plimsoll.model.command.ScriptReader;
import dev.plimsoll.model.command.Shells;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.model.image.BaseImage;
import dev.plimsoll.parse.shell.tree.Dialect;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;

/**
 * What a container of a service runs, before a shell reads it.
 *
 * @param node the value as it is written, quotes included; that of the command where it goes on
 *     from an entrypoint
 * @param slice what stands in it
 * @param words of an exec form, those of its entrypoint before those of its command; of a shell
 *     form the text alone
 * @param dropped what Compose drops behind the words of a string
 * @param own what says around it more than its service does
 */
public record ServiceCommand(
    Key key,
    Form form,
    Anchor anchor,
    Slice node,
    Slice slice,
    List<ShellWord> words,
    Optional<Slice> dropped,
    Table own) {

  /** When it runs. */
  public enum Key {
    /** When the container starts, or as the arguments of the image's entrypoint. */
    COMMAND,
    ENTRYPOINT,
    HEALTHCHECK,
    /** After the start, before the end, or when a file changes. */
    HOOK
  }

  /** Who reads it. */
  public enum Form {
    EXEC,
    SHELL
  }

  public ServiceCommand {
    words = List.copyOf(words);
  }

  public Place place() {
    return node.place();
  }

  /** Whether all of it stands in its value, and no entrypoint before it. */
  public boolean isWhole() {
    return node.place().span().contains(words.get(0).slice().place().span());
  }

  /** Whether some of it stands in a file. */
  public boolean isIn(String file) {
    for (ShellWord word : words) {
      if (word.slice().source().host().name().equals(file)) {
        return true;
      }
    }
    return slice.source().host().name().equals(file);
  }

  /** Reads the scripts in it. */
  public ComposeScript read(ServiceAround around, ScriptReader scripts) {
    Optional<BaseImage> base = around.image().base();
    boolean dash = base.isPresent() && base.get().sh() == BaseImage.Sh.DASH;
    Shells shells = new Shells(dash ? Dialect.POSIX : Dialect.BASH);
    Script script =
        form == Form.EXEC
            ? scripts.read(anchor, slice, words, shells)
            : shell(around.image().shell(), shells, scripts);
    return new ComposeScript(this, script, around);
  }

  private Script shell(List<String> shell, Shells shells, ScriptReader scripts) {
    Slice text = words.get(0).asScript();
    String program = shell.isEmpty() ? "" : shell.get(0);
    Optional<Dialect> dialect = shells.dialect(program.substring(program.lastIndexOf('/') + 1));
    if (dialect.isEmpty()) {
      return Script.unread(anchor, text);
    }
    Script script = scripts.read(anchor, text, dialect.get(), shells);
    return words.get(0).isLiteral() ? script : script.withoutProblems();
  }
}
