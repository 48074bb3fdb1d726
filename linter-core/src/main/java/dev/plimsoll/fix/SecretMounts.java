package dev.plimsoll.fix;

import dev.plimsoll.parse.dockerfile.tree.CommandLine;
import dev.plimsoll.parse.dockerfile.tree.Directive;
import dev.plimsoll.parse.dockerfile.tree.DockerfileTree;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import java.util.List;
import java.util.Locale;

/** Edits that let a RUN take a secret from the build, so that no layer and no history has it. */
public final class SecretMounts {

  private SecretMounts() {}

  /**
   * Whether the file names a version of the builder's syntax that gives secrets as variables,
   * {@code env=}: docker/dockerfile 1.10 or a newer 1. Without a name that is not to be known.
   */
  public static boolean giveVariables(DockerfileTree tree) {
    for (Directive directive : tree.directives()) {
      if (directive.name().equals("syntax")) {
        return isNewEnough(directive.value().text());
      }
    }
    return false;
  }

  private static boolean isNewEnough(String image) {
    int digest = image.indexOf('@');
    String name = digest < 0 ? image : image.substring(0, digest);
    name = name.startsWith("docker.io/") ? name.substring("docker.io/".length()) : name;
    if (!name.startsWith("docker/dockerfile")) {
      return false;
    }
    String tag = name.substring("docker/dockerfile".length());
    if (tag.isEmpty() || tag.equals(":latest") || tag.equals(":1") || tag.equals(":labs")) {
      return digest < 0; // which version a digest stands for, the tag does not say
    }
    if (tag.equals(":1-labs")) {
      return digest < 0;
    }
    int minor = tag.startsWith(":1.") ? leadingNumber(tag.substring(3)) : -1;
    return minor >= 10;
  }

  private static int leadingNumber(String text) {
    int number = 0;
    int at = 0;
    while (at < text.length() && at < 4 && Character.isDigit(text.charAt(at))) {
      number = 10 * number + Character.digit(text.charAt(at), 10);
      at++;
    }
    return at == 0 ? -1 : number;
  }

  /** Gives a RUN the secret of a variable's name as that variable. */
  public static Edit variable(Instruction.Run run, String name) {
    return DockerfileEdits.addFlag(run, "--mount=type=secret,id=" + name + ",env=" + name);
  }

  /**
   * Puts a variable, given as a secret, in the place of a literal.
   *
   * @param command the command in whose words the literal stands
   * @return none where a variable would not be expanded there: single quotes, a heredoc, exec form
   */
  public static List<Edit> replace(Instruction.Run run, Slice command, Slice literal, String name) {
    String host = literal.source().host().content();
    Span span = literal.place().span();
    int start = command.place().span().start();
    boolean asWritten = host.substring(span.start(), span.end()).equals(literal.text());
    boolean shellForm = run.command() instanceof CommandLine.ShellForm;
    if (!shellForm || !asWritten || !run.heredocs().isEmpty() || start > span.start()) {
      return List.of();
    }
    if (run.slice().text().contains(name)) {
      return List.of(); // the script has a variable of this name
    }
    char quote = quote(host, start, span.start());
    String reference = "${" + name + "}";
    if (quote == '\'' || quote == '\\') {
      return List.of();
    }
    String text = quote == '"' ? reference : '"' + reference + '"';
    return List.of(variable(run, name), new Edit.Replace(literal.place().file(), span, text));
  }

  /** The quote that is open at an offset; a blank for none, a backslash where it cannot be told. */
  private static char quote(String text, int from, int to) {
    char open = ' ';
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '#' || c == '`' || (c == '$' && text.startsWith("$(", i))) {
        return '\\';
      }
      if (c == '\\' && open != '\'') {
        i++;
      } else if (open == ' ' && (c == '"' || c == '\'')) {
        open = c;
      } else if (c == open) {
        open = ' ';
      }
    }
    return open;
  }

  /** A name for the secret of a kind: {@code GitHub token} is GITHUB_TOKEN. */
  public static String name(String kind) {
    boolean number = Character.isDigit(kind.charAt(0));
    StringBuilder name = new StringBuilder(number ? "_" : "");
    for (char c : kind.toUpperCase(Locale.ROOT).toCharArray()) {
      boolean plain = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      name.append(plain ? c : '_');
    }
    return name.toString();
  }
}
