package dev.plimsoll.rules.shell.scripts;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.model.compose.ComposeScript;
import dev.plimsoll.model.compose.ServiceCommand;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.text.Slice;

/** Lets a shell run the command of a Compose service. */
final class ComposeShellForm {

  private ComposeShellForm() {}

  /**
   * Offers it where a list can take the place of what is written.
   *
   * @param line as Compose is to read it; nothing is offered where it has quotes or lines of its
   *     own
   */
  static Finding offer(Finding finding, ComposeScript script, String line) {
    ServiceCommand command = script.source();
    if (!command.isWhole() || isSpecial(line) || hasVariable(command)) {
      return finding;
    }
    String shell = command.key() == ServiceCommand.Key.HEALTHCHECK ? "CMD-SHELL" : "sh\", \"-c";
    String list = "[\"" + shell + "\", \"" + line.replace("\"", "\\\"") + "\"]";
    Slice node = command.node();
    String file = node.place().file();
    return finding.withFix(
        Fix.unsafe("Let a shell run it", Edit.replace(node, indent(node) + list))
            .changing(script.anchor())
            .declaring(ModelChange.of(ModelChange.Kind.ADD, file, script.anchor()))
            .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file, script.anchor())));
  }

  /** Whether it is more than one line, or the text of a scalar that is no plain one. */
  private static boolean isSpecial(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) < ' ' || line.charAt(i) == '\\') {
        return true;
      }
    }
    return line.isEmpty() || "\"'|>".indexOf(line.charAt(0)) >= 0;
  }

  /** What it holds may read otherwise in a shell. */
  private static boolean hasVariable(ServiceCommand command) {
    for (ShellWord word : command.words()) {
      if (!word.isLiteral()) {
        return true;
      }
    }
    return false;
  }

  /** A list in square brackets stands deeper than its key; one of dashes need not. */
  private static String indent(Slice node) {
    String text = node.source().content();
    int start = node.span().start();
    int line = text.lastIndexOf('\n', start - 1) + 1;
    int above = text.lastIndexOf('\n', line - 2) + 1;
    String blanks = text.substring(line, start);
    String key = text.substring(above, Math.max(above, line - 1));
    int deep = key.length() - key.stripLeading().length();
    return blanks.isBlank() && blanks.length() <= deep ? "  " : "";
  }
}
