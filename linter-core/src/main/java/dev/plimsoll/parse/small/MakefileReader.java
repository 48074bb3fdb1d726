package dev.plimsoll.parse.small;

import dev.plimsoll.parse.small.tree.Makefile;
import dev.plimsoll.parse.small.tree.Recipe;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Finds the recipes of a Makefile: GNU make manual, 3.1, 4.2 and 5. */
public final class MakefileReader {

  private final SourceText source;
  private final String text;
  private final List<Recipe> recipes = new ArrayList<>();
  private final List<Slice> comments = new ArrayList<>();
  private String shell = "";
  private boolean readsOtherwise;
  private boolean inDefine;
  private boolean inRule;
  private Slice target;

  private MakefileReader(SourceText source) {
    this.source = source;
    this.text = source.content();
    this.target = source.slice(Span.at(0));
  }

  public static Makefile read(SourceText source) {
    MakefileReader reader = new MakefileReader(source);
    reader.lines();
    List<Recipe> recipes = reader.readsOtherwise ? List.of() : reader.recipes;
    return new Makefile(reader.shell, recipes, reader.comments);
  }

  private void lines() {
    int at = 0;
    while (at < text.length()) {
      int end = endOfLogicalLine(at);
      if (text.charAt(at) == '\t' && inRule && !inDefine) {
        recipe(at, end);
      } else {
        line(at, end);
      }
      at = end + 1;
    }
  }

  /** The end of the line without its LF, continued ones included. */
  private int endOfLogicalLine(int from) {
    int end = text.indexOf('\n', from);
    while (end >= 0 && isContinued(end)) {
      end = text.indexOf('\n', end + 1);
    }
    return end < 0 ? text.length() : end;
  }

  private boolean isContinued(int newline) {
    int at = newline;
    if (at > 0 && text.charAt(at - 1) == '\r') {
      at--;
    }
    int backslashes = 0;
    while (at - backslashes > 0 && text.charAt(at - backslashes - 1) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }

  private void line(int start, int end) {
    String line = text.substring(start, end);
    String words = line.strip();
    if (inDefine) {
      inDefine = !words.startsWith("endef");
    } else if (words.startsWith("#")) {
      int hash = start + line.indexOf('#');
      comments.add(source.slice(new Span(hash, hash + words.length())));
    } else if (words.startsWith("define ")) {
      inDefine = true;
      inRule = false;
    } else if (!words.isEmpty() && !isConditional(words)) {
      statement(start, line, words);
    }
  }

  private static boolean isConditional(String words) {
    return words.startsWith("if") || words.startsWith("else") || words.startsWith("endif");
  }

  private void statement(int start, String line, String words) {
    readsOtherwise |= words.startsWith(".ONESHELL") || words.startsWith(".RECIPEPREFIX");
    int equals = words.indexOf('=');
    if (equals > 0 && words.substring(0, equals).replaceAll("[:?!\\s]", "").equals("SHELL")) {
      shell = words.substring(equals + 1).strip();
    }
    int colon = colonOfRule(line);
    inRule = colon > 0;
    if (inRule) {
      int from = line.length() - line.stripLeading().length();
      int to = line.substring(0, colon).stripTrailing().length();
      target = source.slice(new Span(start + Math.min(from, to), start + to));
    }
  }

  /** The colon after the targets; -1 in an assignment. */
  private static int colonOfRule(String line) {
    int depth = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      depth += c == '(' || c == '{' ? 1 : c == ')' || c == '}' ? -1 : 0;
      if (depth == 0 && c == '=') {
        return -1;
      }
      if (depth == 0 && c == ':') {
        int next = i;
        while (next < line.length() && line.charAt(next) == ':') {
          next++;
        }
        return line.startsWith("=", next) ? -1 : i;
      }
    }
    return -1;
  }

  private void recipe(int start, int end) {
    RecipeView view = new RecipeView(source, new Span(start, end));
    Slice script = view.script();
    if (!script.text().isBlank()) {
      recipes.add(new Recipe(target, script, view.hasReferences()));
    }
  }
}
