package dev.plimsoll.rules.shell.permissions;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.List;
import java.util.Set;

/** The text of the script that gives folders to an account and goes on as it. */
final class EntrypointScript {

  private static final Set<String> SHELLS = Set.of("sh", "ash", "dash", "bash");

  private EntrypointScript() {}

  /** What runs as root: it ends with the same script, run again by the account. */
  static String block(ServiceStage service, UserTool tool, List<String> folders) {
    StringBuilder text = new StringBuilder();
    text.append("# A folder that is mounted belongs to whoever owns it outside.\n");
    text.append("if [ \"$(id -u)\" = 0 ]; then\n");
    String all = String.join(" ", folders);
    text.append("  mkdir -p ").append(all).append('\n');
    text.append("  find ").append(all).append(" ! -user ").append(service.user());
    text.append(" -exec chown -h ").append(service.owner()).append(" {} +\n");
    for (String line : tool.going(service)) {
      text.append("  ").append(line).append('\n');
    }
    return text.append("fi\n").toString();
  }

  static String whole(String block) {
    return "#!/bin/sh\nset -e\n\n" + block + "\nexec \"$@\"\n";
  }

  /** Whether its first line names a shell that takes all that the block says. */
  static boolean isShell(SourceText script) {
    String content = script.content();
    int end = content.indexOf('\n');
    if (!content.startsWith("#!") || end < 0) {
      return false;
    }
    String[] words = content.substring(2, end).strip().split("\\s+", -1);
    String program = words[0].substring(words[0].lastIndexOf('/') + 1);
    if (program.equals("env") && words.length > 1) {
      program = words[1];
    }
    return SHELLS.contains(program);
  }

  /** Puts the block after the first line, and after the options that are set right below it. */
  static Edit extension(SourceText script, String block) {
    String content = script.content();
    int at = content.indexOf('\n') + 1;
    int line = at;
    while (line < content.length()) {
      int next = content.indexOf('\n', line) + 1;
      next = next == 0 ? content.length() : next;
      String text = content.substring(line, next).strip();
      if (text.startsWith("set ")) {
        at = next;
      } else if (!text.isEmpty() && !text.startsWith("#")) {
        break;
      }
      line = next;
    }
    String ending = script.lineEndingAt(0);
    boolean blankFollows = at >= content.length() || content.startsWith(ending, at);
    String lines = "\n" + block + (blankFollows ? "" : "\n");
    return new Edit.Replace(script.name(), Span.at(at), lines.replace("\n", ending));
  }
}
