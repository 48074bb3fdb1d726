package dev.plimsoll.parse.shell;

import dev.plimsoll.parse.shell.tree.Block;
import dev.plimsoll.parse.shell.tree.Chain;
import dev.plimsoll.parse.shell.tree.Redirection;
import dev.plimsoll.parse.shell.tree.ShellCommand;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.parse.shell.tree.SimpleCommand;
import dev.plimsoll.parse.shell.tree.Substitution;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a script's tree on one line, so that a test can say what it expects of it. */
final class Shape {

  private Shape() {}

  static String of(Block block) {
    return block.chains().stream().map(Shape::chain).collect(Collectors.joining("; "));
  }

  private static String chain(Chain chain) {
    StringBuilder text = new StringBuilder();
    for (Chain.Link link : chain.links()) {
      link.operator().ifPresent(operator -> text.append(' ').append(operator.text()).append(' '));
      link.pipeline().prefixes().forEach(prefix -> text.append(prefix.text()).append(' '));
      text.append(
          link.pipeline().commands().stream().map(Shape::of).collect(Collectors.joining(" | ")));
    }
    return text + (chain.isBackground() ? " &" : "");
  }

  static String of(ShellCommand command) {
    return body(command)
        + command.redirections().stream().map(Shape::redirection).collect(Collectors.joining());
  }

  private static String body(ShellCommand command) {
    if (command instanceof SimpleCommand simple) {
      String set =
          simple.assignments().stream()
              .map(found -> found.name().text() + ":" + found.value().text() + " ")
              .collect(Collectors.joining());
      return "[" + set + words(simple.words()) + "]";
    }
    if (command instanceof ShellCommand.Group group) {
      return "group(" + of(group.body()) + ")";
    }
    if (command instanceof ShellCommand.Subshell subshell) {
      return "subshell(" + of(subshell.body()) + ")";
    }
    if (command instanceof ShellCommand.If choice) {
      return choice.branches().stream()
              .map(branch -> "if(" + of(branch.condition()) + ")then(" + of(branch.body()) + ")")
              .collect(Collectors.joining())
          + choice.otherwise().map(block -> "else(" + of(block) + ")").orElse("");
    }
    if (command instanceof ShellCommand.Loop loop) {
      return loop.keyword().text() + "(" + of(loop.condition()) + ")do(" + of(loop.body()) + ")";
    }
    if (command instanceof ShellCommand.For loop) {
      String variable = loop.variable().map(Shape::word).orElse("((");
      String items = loop.items().map(found -> " in " + words(found)).orElse("");
      String head = variable + items + substitutions(loop.substitutions());
      return loop.keyword().text() + "(" + head + ")do(" + of(loop.body()) + ")";
    }
    if (command instanceof ShellCommand.Case choice) {
      return "case("
          + word(choice.subject())
          + choice.arms().stream()
              .map(arm -> " " + words(arm.patterns()) + "->(" + of(arm.body()) + ")")
              .collect(Collectors.joining())
          + ")";
    }
    if (command instanceof ShellCommand.Condition condition) {
      return "condition(" + words(condition.words()) + ")";
    }
    if (command instanceof ShellCommand.Arithmetic arithmetic) {
      return "arithmetic" + substitutions(arithmetic.substitutions());
    }
    if (command instanceof ShellCommand.Function function) {
      return "function(" + word(function.name()) + " " + of(function.body()) + ")";
    }
    return "unknown";
  }

  private static String redirection(Redirection redirection) {
    String body =
        redirection
            .heredoc()
            .map(found -> "{" + found.body().text() + "}" + substitutions(found.substitutions()))
            .orElse("");
    return " " + redirection.operator().text() + word(redirection.target()) + body;
  }

  private static String words(List<ShellWord> words) {
    return words.stream().map(Shape::word).collect(Collectors.joining(" "));
  }

  private static String word(ShellWord word) {
    return word.slice().text() + substitutions(word.substitutions());
  }

  private static String substitutions(List<Substitution> substitutions) {
    return substitutions.stream()
        .map(found -> "<" + of(found.body()) + ">")
        .collect(Collectors.joining());
  }
}
