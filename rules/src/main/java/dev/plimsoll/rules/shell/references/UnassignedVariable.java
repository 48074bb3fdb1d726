package dev.plimsoll.rules.shell.references;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.model.command.ScriptContext.Host;
import dev.plimsoll.model.command.VariableReads;
import dev.plimsoll.parse.shell.tree.Assignment;
import dev.plimsoll.parse.shell.tree.Chain;
import dev.plimsoll.parse.shell.tree.ScriptTree;
import dev.plimsoll.parse.shell.tree.ShellCommand;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rule.ShellRule;
import dev.plimsoll.text.Slice;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A name that nothing assigns is empty: mostly it is misspelt, or meant for another program. */
@RuleInfo(
    id = "shell/unassigned-variable",
    title = "Variable is read but never assigned",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS)
public final class UnassignedVariable extends ShellRule {

  private static final Set<String> READ_HERE = Set.of("sh", "bash", "dash", "ash", "busybox");

  /** Commands after which anything may be assigned. */
  private static final Set<String> OPENING = Set.of(".", "source", "eval", "coproc");

  /** Names in lower case that others set. */
  private static final Set<String> KNOWN =
      Set.of(
          "http_proxy",
          "https_proxy",
          "ftp_proxy",
          "all_proxy",
          "no_proxy",
          "rsync_proxy",
          "debian_chroot",
          "auto_resume",
          "histchars",
          "container",
          "_");

  private static final String[] KNOWN_PREFIXES = {"npm_", "bamboo_", "rvm_", "pkg", "bats_"};

  @Override
  public void script(ScriptContext script, RuleContext context) {
    Optional<ScriptTree> tree = script.script().tree();
    if (tree.isEmpty() || !isWhole(script)) {
      return;
    }
    List<Slice> reads = VariableReads.of(tree.get());
    Set<String> told = new HashSet<>();
    Set<String> assigned = Set.of();
    for (Slice name : reads) {
      String text = name.text();
      if (!isOfTheScript(text) || isSetAround(text, script) || !told.add(text)) {
        continue;
      }
      if (assigned.isEmpty()) {
        if (mayAssignAnything(script)) {
          return;
        }
        assigned = assigned(script);
      }
      if (!assigned.contains(text)) {
        report(name, assigned, script, context);
      }
    }
  }

  /** Whoever starts a file may export the name; one that is nearly another's is misspelt. */
  private static void report(
      Slice name, Set<String> assigned, ScriptContext script, RuleContext context) {
    Optional<String> meant = Optional.empty();
    for (String other : new TreeSet<>(assigned)) {
      meant = isSlip(name.text(), other) ? Optional.of(other) : meant;
    }
    boolean isLong = name.text().length() > 3;
    if (script.host() == Host.BUILD || (isLong && meant.isPresent())) {
      String hint = meant.isPresent() ? " (did you mean \"" + meant.get() + "\"?)" : "";
      context.report(
          Finding.at(script.anchor(), name, "nothing assigns %s, so it is empty%s", name, hint));
    }
  }

  /** Whether one letter is more, less, or another, or two are swapped; a digit is no slip. */
  private static boolean isSlip(String name, String other) {
    int start = 0;
    int most = Math.min(name.length(), other.length());
    while (start < most && name.charAt(start) == other.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < most - start
        && name.charAt(name.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
      end++;
    }
    String here = name.substring(start, name.length() - end);
    String there = other.substring(start, other.length() - end);
    boolean swapped =
        here.length() == 2
            && there.length() == 2
            && here.charAt(0) == there.charAt(1)
            && here.charAt(1) == there.charAt(0);
    boolean one = here.length() < 2 && there.length() < 2 && isLetter(here) && isLetter(there);
    return swapped || one;
  }

  private static boolean isLetter(String text) {
    return text.isEmpty() || (text.charAt(0) >= 'a' && text.charAt(0) <= 'z');
  }

  /** Whether nobody else can assign: a script that is run, not taken into another. */
  private static boolean isWhole(ScriptContext script) {
    List<String> words = script.interpreter();
    String word = words.isEmpty() ? "" : words.get(0);
    return READ_HERE.contains(word.substring(word.lastIndexOf('/') + 1))
        && (script.host() == Host.FILE
            || (script.host() == Host.BUILD && script.image().isPresent()));
  }

  /** Names in capitals are those of the environment. */
  private static boolean isOfTheScript(String name) {
    if (!name.equals(name.toLowerCase(Locale.ROOT)) || KNOWN.contains(name)) {
      return false;
    }
    for (String prefix : KNOWN_PREFIXES) {
      if (name.startsWith(prefix)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether more is known than of a name that nobody sets: a known base sets none in lower case.
   */
  private static boolean isSetAround(String name, ScriptContext script) {
    return script.host() != Host.FILE && !script.variable(name).equals(script.variable(""));
  }

  private static boolean mayAssignAnything(ScriptContext script) {
    for (Command command : script.script().commands()) {
      if (OPENING.contains(command.program()) || !command.name().isLiteral()) {
        return true;
      }
      boolean declares = command.isNamed("declare") || command.isNamed("local");
      for (ShellWord word : command.arguments()) {
        if (declares && (!word.isLiteral() && Assignment.of(word).isEmpty())) {
          return true;
        }
        if (declares && word.text().startsWith("-") && word.text().indexOf('n') > 0) {
          return true; // a name that stands for another
        }
      }
    }
    return false;
  }

  /** Every name that some command might give a value. */
  private static Set<String> assigned(ScriptContext script) {
    Set<String> names = new HashSet<>();
    names.add("");
    for (Assignment assignment : script.script().assignments()) {
      names.add(assignment.name().text());
    }
    for (Command command : script.script().commands()) {
      for (ShellWord word : command.arguments()) {
        addName(word, names);
      }
    }
    for (Chain chain : script.script().chains()) {
      for (Chain.Link link : chain.links()) {
        for (ShellCommand command : link.pipeline().commands()) {
          compound(command, names);
        }
      }
    }
    asked(script.script().slice().text(), names);
    return names;
  }

  /** A bare word may be a name for {@code read}, {@code mapfile}, a function, {@code printf -v}. */
  private static void addName(ShellWord word, Set<String> names) {
    String text = word.text();
    int bracket = text.indexOf('[');
    String name = bracket > 0 ? text.substring(0, bracket) : text;
    int equals = Assignment.equalsSign(text);
    if (equals > 0) {
      name = text.substring(0, equals);
    }
    if (Assignment.isName(name)) {
      names.add(name);
    }
  }

  private static void compound(ShellCommand command, Set<String> names) {
    if (command instanceof ShellCommand.For loop && loop.variable().isPresent()) {
      names.add(loop.variable().get().text());
    } else if (command instanceof ShellCommand.For || command instanceof ShellCommand.Arithmetic) {
      words(command.slice().text(), names);
    } else if (command instanceof ShellCommand.Function function) {
      compound(function.body(), names);
    }
  }

  /** Every name in a text. */
  private static void words(String text, Set<String> names) {
    int start = 0;
    for (int at = 0; at <= text.length(); at++) {
      boolean isPart = at < text.length() && Assignment.isName("_" + text.charAt(at));
      if (!isPart) {
        names.add(text.substring(start, at));
        start = at + 1;
      }
    }
  }

  /** Names that arithmetic or a default assigns, or whose being set is asked for. */
  private static void asked(String text, Set<String> names) {
    int at = text.indexOf("$((");
    while (at >= 0) {
      int close = text.indexOf("))", at);
      words(text.substring(at, close < 0 ? text.length() : close), names);
      at = close < 0 ? -1 : text.indexOf("$((", close);
    }
    for (int open = text.indexOf("${"); open >= 0; open = text.indexOf("${", open + 1)) {
      int end = Assignment.endOfName(text, open + 2);
      if (end > open + 2 && end < text.length() && ":-=?+".indexOf(text.charAt(end)) >= 0) {
        names.add(text.substring(open + 2, end));
      }
    }
  }
}
