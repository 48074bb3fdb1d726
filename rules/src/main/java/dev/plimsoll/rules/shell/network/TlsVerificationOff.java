package dev.plimsoll.rules.shell.network;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.ShellEdits;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.Invocation;
import dev.plimsoll.model.command.Option;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.model.command.TlsVariables;
import dev.plimsoll.parse.shell.tree.Assignment;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rule.ShellRule;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;

/** Without the check of its certificate, any host on the way can answer in a server's place. */
@RuleInfo(
    id = "shell/tls-verification-off",
    title = "TLS certificate check is off",
    severity = Severity.ERROR,
    category = Category.SECURITY,
    fix = Safety.UNSAFE,
    aliases = {
      "checkov:CKV2_DOCKER_2",
      "checkov:CKV2_DOCKER_3",
      "checkov:CKV2_DOCKER_4",
      "checkov:CKV2_DOCKER_5",
      "checkov:CKV2_DOCKER_6",
      "checkov:CKV2_DOCKER_12",
      "checkov:CKV2_DOCKER_13",
      "checkov:CKV2_DOCKER_14",
      "checkov:CKV2_DOCKER_15",
      "checkov:CKV2_DOCKER_16",
      "sonar:S4830"
    },
    cwe = 295)
public final class TlsVerificationOff extends ShellRule {

  static final String WHY = "%s turns off the check of the server's certificate";

  @Override
  public void command(Command command, ScriptContext script, RuleContext context) {
    environment(command, context);
    String program = command.program();
    switch (program) {
      case "curl", "wget" -> download(command, context);
      case "export", "declare", "typeset" -> exported(command, context);
      default -> {
        if (program.startsWith("pip")) {
          trustedHosts(command, "--trusted-host", context);
        } else if (program.equals("uv")) {
          trustedHosts(command, "--allow-insecure-host", context);
        }
        TlsSettings.check(command, script, context);
      }
    }
  }

  private static void environment(Command command, RuleContext context) {
    for (Assignment assignment : command.environment()) {
      if (TlsVariables.turnsOff(assignment.name().text(), assignment.value().text())) {
        Slice word = assignment.word().slice();
        Slice next = command.name().slice();
        Edit edit =
            word.source() == next.source() && command.wrappers().isEmpty()
                ? Edit.delete(word.start().to(nextStart(command, word, next)))
                : new Edit.Impossible("a wrapper stands between");
        report(command, assignment.name(), edit, context);
      }
    }
  }

  /** Where the word after an assignment begins. */
  private static Slice nextStart(Command command, Slice word, Slice name) {
    Slice next = name;
    for (Assignment other : command.environment()) {
      int start = other.word().slice().span().start();
      if (start > word.span().start() && start < next.span().start()) {
        next = other.word().slice();
      }
    }
    return next.start();
  }

  private static void exported(Command command, RuleContext context) {
    for (ShellWord word : command.arguments()) {
      Optional<Assignment> assignment = Assignment.of(word);
      if (assignment.isPresent()
          && TlsVariables.turnsOff(
              assignment.get().name().text(), assignment.get().value().text())) {
        Edit edit =
            command.arguments().size() == 1
                ? new Edit.Impossible("nothing would be left of the command")
                : ShellEdits.deleteWord(word.slice());
        report(command, assignment.get().name(), edit, context);
      }
    }
  }

  private static void download(Command command, RuleContext context) {
    Optional<Invocation> invocation = Invocation.of(command);
    if (invocation.isEmpty()) {
      return;
    }
    for (Option option : invocation.get().options("insecure")) {
      if (!isLocal(invocation.get())) {
        Edit edit = deletion(command, option.slice());
        String dashes = option.name().length() == 1 ? "-" : "--";
        context.report(
            Finding.at(command.anchor(), option.slice(), WHY, dashes + option.name())
                .withFix(Fix.unsafe("Check the certificate", edit).changing(command.anchor())));
      }
    }
  }

  /** A whole word goes with the blanks before it, a letter among others alone. */
  private static Edit deletion(Command command, Slice option) {
    for (ShellWord word : command.arguments()) {
      Slice slice = word.slice();
      if (slice.source() == option.source() && slice.span().contains(option.span())) {
        if (word.isVerbatim()) {
          return new Edit.Impossible("a string of a list");
        }
        if (slice.span().equals(option.span())) {
          return ShellEdits.deleteWord(slice);
        }
        boolean first = option.text().startsWith("-");
        return Edit.delete(first ? option.part(1, option.text().length()) : option);
      }
    }
    return new Edit.Impossible("no word of the command");
  }

  /** Whether each address it asks is one of the machine it runs on. */
  private static boolean isLocal(Invocation invocation) {
    boolean local = !invocation.operands().isEmpty();
    for (ShellWord operand : invocation.operands()) {
      local &= isLocal(operand.text());
    }
    return local;
  }

  /** Whether an address is one of the machine that asks. */
  static boolean isLocal(String address) {
    String host = address.substring(address.indexOf("://") < 0 ? 0 : address.indexOf("://") + 3);
    for (String own : List.of("localhost", "127.0.0.1", "[::1]", "0.0.0.0")) {
      if (host.startsWith(own)
          && (host.length() == own.length() || ":/?".indexOf(host.charAt(own.length())) >= 0)) {
        return true;
      }
    }
    return false;
  }

  private static void trustedHosts(Command command, String option, RuleContext context) {
    List<ShellWord> words = command.arguments();
    for (int i = 0; i < words.size(); i++) {
      String text = words.get(i).text();
      boolean alone = text.equals(option);
      if (!alone && !text.startsWith(option + "=")) {
        continue;
      }
      int last = alone && i + 1 < words.size() ? i + 1 : i;
      String host = alone ? words.get(last).text() : text.substring(option.length() + 1);
      if (!isLocal(host)) {
        Slice slice = words.get(i).slice();
        Edit edit =
            words.get(i).isVerbatim()
                ? new Edit.Impossible("a string of a list")
                : ShellEdits.deleteWord(slice.to(words.get(last).slice()));
        Slice name =
            alone ? slice : slice.part(0, Math.min(option.length(), slice.text().length()));
        report(command, name, edit, context);
      }
    }
  }

  static void report(Command command, Slice slice, Edit edit, RuleContext context) {
    Finding finding = Finding.at(command.anchor(), slice, WHY, slice);
    context.report(
        finding.withFix(Fix.unsafe("Check the certificate", edit).changing(command.anchor())));
  }
}
