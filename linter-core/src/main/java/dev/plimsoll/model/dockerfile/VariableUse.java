package dev.plimsoll.model.dockerfile;

import dev.plimsoll.parse.dockerfile.tree.Flag;
import dev.plimsoll.parse.dockerfile.tree.Heredoc;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.parse.dockerfile.tree.Pair;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A variable in a word that the builder expands, or a shell: one that is written so that it counts
 * on a value, without an operator that says what stands for none.
 *
 * @param name without the dollar sign and braces; in a heredoc also a shell's own: 1, @
 */
public record VariableUse(Slice name) {

  /**
   * The variables that the builder replaces in an instruction; source: BuildKit, {@code
   * instructions/commands.go}, the methods called Expand and ExpandRaw.
   *
   * @param escape the escape character of the file
   */
  public static List<VariableUse> in(Step step, char escape) {
    List<VariableUse> uses = new ArrayList<>();
    for (Word word : words(step)) {
      new Scan(word.slice(), escape, true, uses).read();
    }
    if (step instanceof Copy copy) {
      for (Heredoc heredoc : copy.tree().heredocs()) {
        if (heredoc.expands()) {
          new Scan(heredoc.body(), '\\', false, uses).read();
        }
      }
    }
    return uses;
  }

  /**
   * The variables of a script that it takes from around it: none of a name that it may set itself,
   * and none at all where it reads other scripts.
   */
  public static List<VariableUse> inScript(Run run) {
    List<VariableUse> uses = new ArrayList<>();
    if (run.script().tree().isEmpty()) {
      return uses;
    }
    Slice script = run.script().slice();
    String text = script.text();
    if (text.indexOf('$') < 0 || readsOthers(text)) {
      return uses;
    }
    List<VariableUse> all = new ArrayList<>();
    new Scan(script, '\\', true, all).read();
    String whole = run.tree().slice().text(); // a mount may set one, too
    for (VariableUse use : all) {
      if (!isNamed(whole, use.name().text())) {
        uses.add(use);
      }
    }
    return uses;
  }

  private static boolean readsOthers(String text) {
    for (int at = text.indexOf("<<"); at >= 0; at = text.indexOf("<<", at + 2)) {
      int next = at + 2;
      while (next < text.length() && "- \t".indexOf(text.charAt(next)) >= 0) {
        next++;
      }
      if (next < text.length() && "'\"\\".indexOf(text.charAt(next)) >= 0) {
        return true; // a quoted heredoc, in which a dollar sign means nothing
      }
    }
    return text.startsWith(". ")
        || text.contains(" . ")
        || text.contains("\t. ")
        || text.contains("\n. ")
        || text.contains(";. ")
        || text.contains("source ")
        || text.contains("eval ");
  }

  /**
   * Whether a name stands somewhere without a dollar sign: then it may be set there, though not to
   * what it is already, as in {@code make A=$A}.
   */
  private static boolean isNamed(String text, String name) {
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      int end = at + name.length();
      char before = at == 0 ? ' ' : text.charAt(at - 1);
      boolean brace = before == '{' && at > 1 && text.charAt(at - 2) == '$';
      boolean whole =
          !isNameCharacter(before) && (end == text.length() || !isNameCharacter(text.charAt(end)));
      if (whole && before != '$' && !brace && !isHandedOn(text, end, name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHandedOn(String text, int end, String name) {
    boolean quoted = text.startsWith("=\"", end);
    int value = quoted ? end + 2 : end + 1;
    int after = value + 1 + name.length();
    return text.startsWith("=", end)
        && (text.startsWith("${" + name + "}", value)
            || (text.startsWith("$" + name, value)
                && (after == text.length() || !isNameCharacter(text.charAt(after)))));
  }

  private static boolean isNameCharacter(char c) {
    return c == '_' || (c < 0x80 && Character.isLetterOrDigit(c));
  }

  private static List<Word> words(Step step) {
    List<Word> words = new ArrayList<>();
    if (step instanceof KeyValues keyValues) {
      for (Pair pair : keyValues.pairs()) {
        words.add(pair.value());
      }
    } else {
      addWords(step.tree(), words);
    }
    return words;
  }

  private static void addWords(Instruction tree, List<Word> words) {
    if (tree instanceof Instruction.Copy copy) {
      addFlag(copy, "chown", words);
      addFlag(copy, "chmod", words);
      words.addAll(copy.sources());
      words.add(copy.target());
    } else if (tree instanceof Instruction.Arg arg) {
      for (Instruction.Arg.Definition definition : arg.definitions()) {
        if (definition.value().isPresent()) {
          words.add(definition.value().get());
        }
      }
    } else if (tree instanceof Instruction.Expose expose) {
      words.addAll(expose.ports());
    } else if (tree instanceof Instruction.Volume volume) {
      words.addAll(volume.paths());
    } else if (tree instanceof Instruction.User user) {
      words.add(user.user());
    } else if (tree instanceof Instruction.Workdir workdir) {
      words.add(workdir.path());
    } else if (tree instanceof Instruction.StopSignal stop) {
      words.add(stop.signal());
    }
  }

  private static void addFlag(Instruction instruction, String name, List<Word> words) {
    Optional<Flag> flag = instruction.flag(name);
    if (flag.isPresent() && flag.get().value().isPresent()) {
      words.add(flag.get().value().get());
    }
  }

  /** Goes over a text once; quotes and escapes as the builder and POSIX shells know them. */
  private static final class Scan {

    private final Slice slice;
    private final String text;
    private final char escape;
    private final boolean quotes;
    private final List<VariableUse> uses;
    private boolean inDoubleQuotes;
    private int at;

    /** Takes quotes for quotes, or for characters as in a heredoc. */
    Scan(Slice slice, char escape, boolean quotes, List<VariableUse> uses) {
      this.slice = slice;
      this.text = slice.text();
      this.escape = escape;
      this.quotes = quotes;
      this.uses = uses;
    }

    void read() {
      while (at < text.length()) {
        char c = text.charAt(at);
        if (c == escape) {
          at += 2;
        } else if (c == '\'' && quotes && !inDoubleQuotes) {
          int close = text.indexOf('\'', at + 1);
          at = close < 0 ? text.length() : close + 1;
        } else if (c == '$') {
          dollar();
        } else {
          inDoubleQuotes ^= c == '"';
          at++;
        }
      }
    }

    private void dollar() {
      at++;
      boolean brace = at < text.length() && text.charAt(at) == '{';
      int start = brace ? at + 1 : at;
      int end = start;
      while (end < text.length() && isNameCharacter(text.charAt(end))) {
        end++;
      }
      boolean named = end > start && !Character.isDigit(text.charAt(start));
      if (brace && named && end < text.length() && isDefaulted(end)) {
        at = closing(end);
        return;
      }
      if (!quotes
          && end == start
          && end < text.length()
          && "@*#?-$!".indexOf(text.charAt(end)) >= 0) {
        end++; // a parameter of a shell, to the builder a variable that nothing sets
      }
      if (named || (!quotes && end > start)) {
        uses.add(new VariableUse(slice.part(start, end)));
      }
      at = end;
    }

    private boolean isDefaulted(int end) {
      char operator = text.charAt(end);
      char second = end + 1 < text.length() ? text.charAt(end + 1) : ' ';
      return "+-?=".indexOf(operator == ':' ? second : operator) >= 0;
    }

    /** What stands for a missing value is not looked at. */
    private int closing(int from) {
      int depth = 1;
      for (int i = from; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == escape) {
          i++;
        } else if (c == '{' && text.charAt(i - 1) == '$') {
          depth++;
        } else if (c == '}' && --depth == 0) {
          return i + 1;
        }
      }
      return text.length();
    }
  }
}
