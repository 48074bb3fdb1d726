package dev.plimsoll.rules.shell.network;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.ShellEdits;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.model.command.TlsVariables;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Settings by a key and a value, for one command or written down for all that follow. */
final class TlsSettings {

  private static final Set<String> SCRIPTED = Set.of("npm", "yarn", "pnpm", "git", "pip", "conda");
  private static final Set<String> RPM = Set.of("yum", "dnf", "dnf5", "yum-config-manager", "tdnf");

  private TlsSettings() {}

  static void check(Command command, ScriptContext script, RuleContext context) {
    String program = command.program();
    if (RPM.contains(program)) {
      settings(command, context);
    } else if (SCRIPTED.contains(program) || program.startsWith("pip")) {
      configuration(command, script, context);
    }
  }

  /** {@code --setopt=sslverify=false} of yum and its kin. */
  private static void settings(Command command, RuleContext context) {
    for (ShellWord word : command.arguments()) {
      String text = word.text().toLowerCase(Locale.ROOT);
      int at = text.lastIndexOf("sslverify=");
      if (at >= 0 && TlsVariables.isOff(text.substring(at + "sslverify=".length()))) {
        TlsVerificationOff.report(
            command, word.slice(), new Edit.Impossible("it may belong to --save"), context);
      }
    }
  }

  /** {@code npm config set strict-ssl false}, {@code git config http.sslVerify false}. */
  private static void configuration(Command command, ScriptContext script, RuleContext context) {
    List<ShellWord> words = command.arguments();
    for (int i = 0; i < words.size(); i++) {
      String text = words.get(i).text().toLowerCase(Locale.ROOT);
      int equals = text.indexOf('=');
      String key = equals < 0 ? text : text.substring(0, equals);
      String value =
          equals >= 0
              ? text.substring(equals + 1)
              : i + 1 < words.size() ? words.get(i + 1).text() : "";
      boolean off = key.equals("--no-strict-ssl") || (isKey(key) && TlsVariables.isOff(value));
      boolean trusts =
          key.endsWith(".trusted-host") && !value.isEmpty() && !TlsVerificationOff.isLocal(value);
      if (off || trusts) {
        boolean option = key.startsWith("--");
        Edit edit = configurationEdit(command, script, words.get(i), option && equals >= 0);
        String file = words.get(i).slice().source().host().name();
        Fix fix =
            Fix.unsafe("Check the certificate", edit)
                .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file, script.anchor()));
        Slice slice = words.get(i).slice();
        context.report(
            Finding.at(command.anchor(), slice, TlsVerificationOff.WHY, slice).withFix(fix));
      }
    }
  }

  private static boolean isKey(String key) {
    return key.equals("strict-ssl")
        || key.equals("--strict-ssl")
        || key.equals("enablestrictssl")
        || key.equals("ssl_verify")
        || key.equals("http.sslverify")
        || (key.startsWith("http.") && key.endsWith(".sslverify"));
  }

  private static Edit configurationEdit(
      Command command, ScriptContext script, ShellWord word, boolean isOption) {
    boolean configures = false;
    for (ShellWord each : command.arguments()) {
      configures |= each.text().equals("config") || each.text().equals("set");
    }
    if (isOption && !word.isVerbatim()) {
      return ShellEdits.deleteWord(word.slice());
    }
    return configures && script.script().tree().isPresent()
        ? ShellEdits.deleteCommand(script.script().tree().get(), command.slice())
        : new Edit.Impossible("the setting is one of the command's options");
  }
}
