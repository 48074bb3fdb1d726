package dev.plimsoll.model.command;

import dev.plimsoll.model.command.LiteralPassword.Way;
import dev.plimsoll.parse.shell.tree.Assignment;
import dev.plimsoll.parse.shell.tree.Redirection;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.SecretNames;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the passwords that a script says out loud. Sources: the manual page of each program. */
final class LiteralPasswords {

  /** Variables that a client takes a password from. */
  private static final Set<String> VARIABLES =
      Set.of(
          "PGPASSWORD", "MYSQL_PWD", "SSHPASS", "REDISCLI_AUTH", "RESTIC_PASSWORD", "LDAPTLS_PWD");

  private static final Set<String> STATEMENTS =
      Set.of("mysql", "mariadb", "psql", "echo", "printf", "sqlcmd");

  private final Script script;
  private final List<LiteralPassword> found = new ArrayList<>(0);

  LiteralPasswords(Script script) {
    this.script = script;
  }

  List<LiteralPassword> find() {
    List<Command> commands = script.commands();
    for (int i = 0; i < commands.size(); i++) {
      Command command = commands.get(i);
      variables(command);
      arguments(command);
      if (readsPassword(command)) {
        input(command);
        if (i > 0 && isPipedInto(commands.get(i - 1), command)) {
          feeder(commands.get(i - 1), command);
        }
      }
    }
    return found;
  }

  private void variables(Command command) {
    for (Assignment assignment : command.environment()) {
      variable(command, assignment);
    }
    if (command.isNamed("export") || command.isNamed("declare") || command.isNamed("setenv")) {
      for (ShellWord word : command.arguments()) {
        var assignment = Assignment.of(word);
        if (assignment.isPresent()) {
          variable(command, assignment.get());
        }
      }
    }
  }

  private void variable(Command command, Assignment assignment) {
    String name = assignment.name().text();
    boolean known = VARIABLES.contains(name) || SecretNames.namesCredential(name);
    if (!known || !assignment.word().isLiteral()) {
      return;
    }
    Slice value = assignment.value();
    String text = value.text();
    boolean quoted =
        text.length() > 1
            && "\"'".indexOf(text.charAt(0)) >= 0
            && text.charAt(text.length() - 1) == text.charAt(0);
    add(command, quoted ? value.part(1, text.length() - 1) : value, Way.VARIABLE);
  }

  private void arguments(Command command) {
    for (Slice value : PasswordOptions.values(command)) {
      add(command, value, Way.ARGUMENT);
    }
    List<ShellWord> words = command.arguments();
    switch (command.program()) {
      case "curl", "wget" -> headers(command);
      case "openssl" -> openssl(command);
      case "htpasswd" -> htpasswd(command);
      case "rabbitmqctl" -> operand(command, "add_user", 2, "change_password", 2);
      case "mysqladmin", "mariadb-admin" -> operand(command, "password", 1, "password", 1);
      case "npm", "yarn", "pnpm", "aws", "pip", "bundle", "composer" -> setting(command);
      default -> {
        // no word of its own
      }
    }
    if (STATEMENTS.contains(command.program())) {
      for (ShellWord word : words) {
        statement(command, word);
      }
    }
  }

  private void headers(Command command) {
    for (ShellWord word : command.arguments()) {
      String text = word.text().toLowerCase(Locale.ROOT);
      int at = text.indexOf("authorization:");
      if (at >= 0 && at <= "--header=".length() && word.isLiteral()) {
        Slice whole = word.unquoted();
        int scheme = skipBlanks(whole.text(), at + "authorization:".length());
        int blank = whole.text().indexOf(' ', scheme);
        int start = blank < 0 ? scheme : skipBlanks(whole.text(), blank);
        add(command, whole.part(start, whole.text().length()), Way.HEADER);
      }
    }
  }

  private static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  /** {@code pass:x} anywhere, and the operand of {@code openssl passwd}. */
  private void openssl(Command command) {
    List<ShellWord> words = command.arguments();
    boolean passwd = !words.isEmpty() && words.get(0).text().equals("passwd");
    for (int i = 1; i < words.size(); i++) {
      ShellWord word = words.get(i);
      String before = words.get(i - 1).text();
      if (!word.isLiteral()) {
        continue;
      }
      if (word.text().startsWith("pass:")) {
        Slice whole = word.unquoted();
        add(command, whole.part("pass:".length(), whole.text().length()), Way.ARGUMENT);
      } else if (passwd && !word.text().startsWith("-") && !takesValue(before)) {
        add(command, word.unquoted(), Way.ARGUMENT);
      }
    }
  }

  private static boolean takesValue(String option) {
    return option.equals("-salt") || option.equals("-in") || option.equals("-rand");
  }

  /** {@code htpasswd -b file user password}: the last word of the batch mode. */
  private void htpasswd(Command command) {
    List<ShellWord> words = command.arguments();
    boolean batch = false;
    int operands = 0;
    for (ShellWord word : words) {
      boolean option = word.text().startsWith("-");
      batch |= option && word.text().indexOf('b') > 0;
      operands += option ? 0 : 1;
    }
    if (batch && operands >= 2 && words.get(words.size() - 1).isLiteral()) {
      add(command, words.get(words.size() - 1).unquoted(), Way.ARGUMENT);
    }
  }

  /** The word that stands so far after one of two others. */
  private void operand(Command command, String one, int after, String other, int afterOther) {
    List<ShellWord> words = command.arguments();
    for (int i = 0; i < words.size(); i++) {
      String text = words.get(i).text();
      int at = i + (text.equals(one) ? after : text.equals(other) ? afterOther : words.size());
      if (at < words.size() && words.get(at).isLiteral()) {
        add(command, words.get(at).unquoted(), Way.ARGUMENT);
        return;
      }
    }
  }

  /** {@code config set NAME VALUE} and its kin, where the name is that of a credential. */
  private void setting(Command command) {
    List<ShellWord> words = command.arguments();
    for (int i = 1; i + 1 < words.size(); i++) {
      String before = words.get(i - 1).text();
      String name = words.get(i).text();
      String last = name.substring(Math.max(name.lastIndexOf(':'), name.lastIndexOf('.')) + 1);
      boolean set = before.equals("set") || before.equals("config");
      if (set && SecretNames.namesCredential(last) && words.get(i + 1).isLiteral()) {
        add(command, words.get(i + 1).unquoted(), Way.ARGUMENT);
      }
    }
  }

  /** {@code IDENTIFIED BY 'x'} and {@code PASSWORD 'x'} in SQL. */
  private void statement(Command command, ShellWord word) {
    Slice whole = word.unquoted();
    String text = whole.text();
    String upper = text.toUpperCase(Locale.ROOT);
    if (upper.length() != text.length() || upper.indexOf('\'') < 0) {
      return;
    }
    boolean sql = upper.contains("CREATE ") || upper.contains("ALTER ") || upper.contains("GRANT ");
    for (String before : List.of("IDENTIFIED BY '", "PASSWORD '", "PASSWORD('")) {
      int at = sql ? upper.indexOf(before) : -1;
      int start = at + before.length();
      int end = at < 0 ? -1 : text.indexOf('\'', start);
      if (end > start && text.substring(start, end).indexOf('$') < 0) {
        add(command, whole.part(start, end), Way.STATEMENT);
        return;
      }
    }
  }

  private static boolean readsPassword(Command command) {
    return switch (command.program()) {
      case "chpasswd" -> !hasWord(command, "-e") && !hasWord(command, "--encrypted");
      case "passwd", "vncpasswd", "smbpasswd" -> true;
      default -> hasWord(command, "--password-stdin");
    };
  }

  private static boolean hasWord(Command command, String wanted) {
    for (ShellWord word : command.arguments()) {
      if (word.text().equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  @SuppressWarnings("ReferenceEquality") // the very text: a view's offsets mean nothing in another
  private static boolean isPipedInto(Command before, Command command) {
    Slice left = before.slice();
    Slice right = command.slice();
    return left.source() == right.source()
        && left.span().end() <= right.span().start()
        && left.end().to(right.start()).text().strip().equals("|");
  }

  /** What echo or printf says: each line for chpasswd, else the first. */
  private void feeder(Command echo, Command command) {
    if (!echo.isNamed("echo") && !echo.isNamed("printf")) {
      return;
    }
    for (ShellWord word : echo.arguments()) {
      Slice whole = word.unquoted();
      boolean option = whole.text().startsWith("-") || whole.text().startsWith("%");
      if (word.isLiteral() && !option) {
        lines(command, whole);
      }
    }
  }

  /** Here-strings and here-documents. */
  private void input(Command command) {
    for (Redirection redirection : command.redirections()) {
      if (redirection.operator().text().endsWith("<<<") && redirection.target().isLiteral()) {
        lines(command, redirection.target().unquoted());
      } else if (redirection.heredoc().isPresent()) {
        lines(command, redirection.heredoc().get().body());
      }
    }
  }

  private void lines(Command command, Slice all) {
    boolean accounts = command.isNamed("chpasswd");
    String text = all.text();
    int start = 0;
    while (start < text.length()) {
      int end = lineEnd(text, start);
      int colon = text.substring(start, end).indexOf(':');
      int from = !accounts ? start : colon < 0 ? end : start + colon + 1;
      if (from < end && text.substring(from, end).indexOf('$') < 0) {
        add(command, all.part(from, end), Way.INPUT);
      }
      start = end + (end < text.length() && text.charAt(end) == '\\' ? 2 : 1);
    }
  }

  /** A line ends at its break, which echo and printf write as a backslash and an n. */
  private static int lineEnd(String text, int start) {
    int at = start;
    while (at < text.length()
        && text.charAt(at) != '\n'
        && text.charAt(at) != '\r'
        && !text.startsWith("\\n", at)) {
      at++;
    }
    return at;
  }

  private void add(Command command, Slice value, Way way) {
    if (!value.span().isEmpty()) {
      found.add(new LiteralPassword(command, value, way));
    }
  }
}
