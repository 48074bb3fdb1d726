package dev.plimsoll.rules.shell.scripts;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.model.command.Wrapper;
import dev.plimsoll.model.compose.ComposeScript;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rule.ShellRule;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The program gets the operator as an argument, and what stands after it never runs. */
@RuleInfo(
    id = "shell/operator-in-exec-form",
    title = "Shell operator in a command that no shell runs",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE)
public final class OperatorInExecForm extends ShellRule {

  /** Nobody gives these to a program that is not a shell. */
  private static final Set<String> JOINS = Set.of("&&", "||", "2>&1", ">/dev/null", "2>/dev/null");

  /** These may be meant for the program: a separator, a comparison. */
  private static final Set<String> SINGLE = Set.of("|", ";", ">", ">>", "<", "&", "2>");

  /** They take an operator as a word, or hand their words to a shell. */
  private static final Set<String> TAKING =
      Set.of(
          "[",
          "awk",
          "cmd",
          "cmd.exe",
          "concurrently",
          "cut",
          "echo",
          "expr",
          "find",
          "gawk",
          "grep",
          "jq",
          "let",
          "powershell",
          "powershell.exe",
          "printf",
          "pwsh",
          "pwsh.exe",
          "sed",
          "sort",
          "ssh",
          "test",
          "tr",
          "watch");

  private static final Set<String> SHELLS =
      Set.of("sh", "bash", "dash", "ash", "ksh", "zsh", "fish", "busybox", "su");

  /** A string of Compose ends at its first operator. */
  @Override
  public void script(ScriptContext script, RuleContext context) {
    Optional<Slice> dropped = script.dropped();
    if (dropped.isEmpty()) {
      return;
    }
    String rest = dropped.get().text();
    boolean isDouble = rest.length() > 1 && "&|>;<".indexOf(rest.charAt(1)) >= 0;
    Slice operator = dropped.get().part(0, isDouble ? 2 : 1);
    Finding finding =
        Finding.at(
            script.anchor(),
            operator,
            "no shell reads this command: it ends at %s, and Compose drops the rest",
            operator);
    if (script instanceof ComposeScript compose) {
      finding = ComposeShellForm.offer(finding, compose, compose.source().node().text());
    }
    context.report(finding);
  }

  @Override
  public void command(Command command, ScriptContext script, RuleContext context) {
    if (!command.name().isVerbatim() || command.host().isPresent()) {
      return;
    }
    String program = command.program();
    if (TAKING.contains(program) || SHELLS.contains(program)) {
      return;
    }
    for (int i = 0; i < command.arguments().size(); i++) {
      String before = i == 0 ? "" : command.arguments().get(i - 1).text();
      String text = command.arguments().get(i).text();
      boolean isValue = before.startsWith("-") && before.indexOf('=') < 0;
      if (JOINS.contains(text) || (SINGLE.contains(text) && !isValue)) {
        report(command, command.arguments().get(i), script, context);
        return;
      }
    }
  }

  private static void report(
      Command command, ShellWord operator, ScriptContext script, RuleContext context) {
    boolean isUnit = script.host() == ScriptContext.Host.SERVICE;
    Finding finding =
        Finding.at(
            command.anchor(),
            operator.slice(),
            "%s is an argument of %s here: no shell reads %s",
            operator.slice(),
            command.name().slice(),
            isUnit ? "the commands of a unit" : "the exec form");
    Optional<String> line = isUnit ? Optional.empty() : commandLine(script);
    if (line.isPresent() && script instanceof ComposeScript compose) {
      finding = ComposeShellForm.offer(finding, compose, line.get().replace("$", "$$"));
    } else if (line.isPresent()) {
      String file = operator.slice().place().file();
      finding =
          finding.withFix(
              Fix.unsafe("Let a shell run it", Edit.replace(script.script().slice(), line.get()))
                  .changing(script.anchor())
                  .declaring(ModelChange.of(ModelChange.Kind.ADD, file, script.anchor()))
                  .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file, script.anchor())));
    }
    context.report(finding);
  }

  /** The words as a shell reads them; none where one may not mean there what it means here. */
  private static Optional<String> commandLine(ScriptContext script) {
    List<String> words = new ArrayList<>();
    Command command = script.script().commands().get(0);
    for (Wrapper wrapper : command.wrappers()) {
      words.add(wrapper.name().text());
      for (ShellWord word : wrapper.words()) {
        words.add(word.text());
      }
    }
    words.add(command.name().text());
    for (ShellWord word : command.arguments()) {
      words.add(word.text());
    }
    StringBuilder line = new StringBuilder();
    for (String word : words) {
      if (word.isEmpty() || hasSpecial(word)) {
        return Optional.empty();
      }
      boolean quote = word.indexOf(' ') >= 0 || word.indexOf('*') >= 0 || word.indexOf('(') >= 0;
      line.append(line.isEmpty() ? "" : " ").append(quote ? "\"" + word + "\"" : word);
    }
    return Optional.of(line.toString());
  }

  private static boolean hasSpecial(String word) {
    for (int i = 0; i < word.length(); i++) {
      if ("\"'`\\\n#~{[".indexOf(word.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }
}
