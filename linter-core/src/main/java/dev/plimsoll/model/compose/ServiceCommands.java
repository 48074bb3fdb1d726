package dev.plimsoll.model.compose;

import dev.plimsoll.model.command.OpenLine;
import dev.plimsoll.model.compose.ComposeNode.Items;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.model.compose.ServiceCommand.Form;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.parse.small.ArgumentReader;
import dev.plimsoll.parse.small.tree.Argument;
import dev.plimsoll.parse.small.tree.ArgumentLine;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds what the containers of a service run. A string is cut into words and read by no shell,
 * apart from that of a health check. What Compose would refuse is left out.
 */
public final class ServiceCommands {

  private static final String COMMAND = "command";
  private static final String ENTRYPOINT = "entrypoint";

  private final ComposeService service;
  private final ContainerImage image;
  private final List<ServiceCommand> found = new ArrayList<>();

  /**
   * A command line.
   *
   * @param node as written
   * @param slice the characters in it
   */
  private record Line(Slice node, Slice slice, List<ShellWord> words, Optional<Slice> dropped) {}

  private ServiceCommands(ComposeService service, ContainerImage image) {
    this.service = service;
    this.image = image;
  }

  /** All commands of a service: how it starts, its health check, its hooks. */
  public static List<ServiceCommand> of(ComposeService service, ContainerImage image) {
    ServiceCommands commands = new ServiceCommands(service, image);
    commands.start();
    commands.healthcheck();
    commands.hooks("post_start");
    commands.hooks("pre_stop");
    for (ComposeNode watch : service.items("develop", "watch")) {
      if (watch instanceof Table table && table.find("exec").isPresent()) {
        commands.hook(table.find("exec").get(), service.anchor("develop").child("watch"));
      }
    }
    return commands.found;
  }

  /**
   * The words that an entrypoint gets, or that are started without one: those that the service adds
   * to the image's own, or puts in their place.
   */
  private void start() {
    Optional<Line> entrypoint = line(service.find(ENTRYPOINT));
    Optional<Line> command = line(service.find(COMMAND));
    List<ShellWord> before =
        entrypoint.isPresent()
            ? entrypoint.get().words()
            : isSet(ENTRYPOINT) ? List.of() : image.entrypoint();
    boolean isOne =
        command.isPresent()
            && !command.get().words().isEmpty()
            && !before.isEmpty()
            && OpenLine.goesOn(before);
    if (entrypoint.isPresent() && !isOne) {
      add(ServiceCommand.Key.ENTRYPOINT, service.anchor(ENTRYPOINT), entrypoint.get());
    }
    if (command.isPresent() && isOne) {
      List<ShellWord> words = new ArrayList<>(before);
      words.addAll(command.get().words());
      Line own = command.get();
      Line line = new Line(own.node(), own.slice(), words, own.dropped());
      add(ServiceCommand.Key.COMMAND, service.anchor(COMMAND), line);
    } else if (command.isPresent()) {
      add(ServiceCommand.Key.COMMAND, service.anchor(COMMAND), command.get());
    }
  }

  private boolean isSet(String key) {
    Optional<ComposeNode> node = service.find(key);
    return node.isPresent() && !ComposeMerge.isNull(node.get());
  }

  private void add(ServiceCommand.Key key, Anchor anchor, Line line) {
    add(key, anchor, line, service.body());
  }

  private void add(ServiceCommand.Key key, Anchor anchor, Line line, Table own) {
    if (!line.words().isEmpty()) {
      found.add(
          new ServiceCommand(
              key,
              Form.EXEC,
              anchor,
              line.node(),
              line.slice(),
              line.words(),
              line.dropped(),
              own));
    }
  }

  private static Optional<Line> line(Optional<ComposeNode> node) {
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (node.get() instanceof Items items) {
      Optional<List<ShellWord>> words = words(items.items());
      return words.isEmpty()
          ? Optional.empty()
          : Optional.of(new Line(items.slice(), items.slice(), words.get(), Optional.empty()));
    }
    return node.get() instanceof Scalar scalar && scalar.type() == ComposeNode.Type.STRING
        ? line(scalar)
        : Optional.empty();
  }

  private static Optional<Line> line(Scalar scalar) {
    Optional<CommandText> text = CommandText.of(scalar);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    ArgumentLine line = ArgumentReader.read(text.get().slice(), text.get().variables());
    if (line.isRefused()) {
      return Optional.empty();
    }
    List<ShellWord> words = new ArrayList<>();
    for (Argument word : line.words()) {
      words.add(ShellWord.verbatim(word.slice(), word.expansions()));
    }
    return Optional.of(new Line(scalar.slice(), text.get().slice(), words, line.dropped()));
  }

  private static Optional<List<ShellWord>> words(List<ComposeNode> items) {
    List<ShellWord> words = new ArrayList<>();
    for (ComposeNode item : items) {
      Optional<ShellWord> word = item instanceof Scalar scalar ? word(scalar) : Optional.empty();
      if (word.isEmpty()) {
        return Optional.empty();
      }
      words.add(word.get());
    }
    return Optional.of(words);
  }

  private static Optional<ShellWord> word(Scalar scalar) {
    Optional<CommandText> text = CommandText.of(scalar);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Slice slice = text.get().slice();
    List<Slice> expansions = new ArrayList<>();
    for (Span span : text.get().variables()) {
      expansions.add(slice.part(span.start(), span.end()));
    }
    return Optional.of(ShellWord.verbatim(slice, expansions));
  }

  private void healthcheck() {
    Optional<ComposeNode> test = service.find("healthcheck", "test");
    Optional<Scalar> disable = service.scalar("healthcheck", "disable");
    if (test.isEmpty() || (disable.isPresent() && disable.get().text().equals("true"))) {
      return;
    }
    Anchor anchor = service.anchor("healthcheck").child("test");
    if (test.get() instanceof Scalar scalar && scalar.type() == ComposeNode.Type.STRING) {
      shell(scalar, anchor);
    } else if (test.get() instanceof Items items
        && items.items().size() > 1
        && items.items().get(0) instanceof Scalar form) {
      List<ComposeNode> rest = items.items().subList(1, items.items().size());
      if (form.text().equals("CMD-SHELL") && rest.get(0) instanceof Scalar scalar) {
        shell(scalar, anchor);
      } else if (form.text().equals("CMD")) {
        Optional<List<ShellWord>> words = words(rest);
        if (words.isPresent()) {
          add(
              ServiceCommand.Key.HEALTHCHECK,
              anchor,
              new Line(items.slice(), items.slice(), words.get(), Optional.empty()));
        }
      }
    }
  }

  private void shell(Scalar scalar, Anchor anchor) {
    Optional<ShellWord> text = word(scalar);
    if (text.isPresent() && !text.get().slice().span().isEmpty()) {
      found.add(
          new ServiceCommand(
              ServiceCommand.Key.HEALTHCHECK,
              Form.SHELL,
              anchor,
              scalar.slice(),
              text.get().slice(),
              List.of(text.get()),
              Optional.empty(),
              service.body()));
    }
  }

  private void hooks(String key) {
    for (ComposeNode hook : service.items(key)) {
      hook(hook, service.anchor(key));
    }
  }

  private void hook(ComposeNode hook, Anchor anchor) {
    if (hook instanceof Table table) {
      Optional<Line> line = line(table.find(COMMAND));
      if (line.isPresent()) {
        add(ServiceCommand.Key.HOOK, anchor.child(COMMAND), line.get(), table);
      }
    }
  }
}
