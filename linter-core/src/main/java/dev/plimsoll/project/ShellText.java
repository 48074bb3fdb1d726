package dev.plimsoll.project;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.Script;
import dev.plimsoll.model.command.ScriptReader;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ContainerImage;
import dev.plimsoll.model.compose.ServiceAround;
import dev.plimsoll.model.compose.ServiceCommand;
import dev.plimsoll.model.compose.ServiceCommands;
import dev.plimsoll.model.compose.VariableUse;
import dev.plimsoll.parse.shell.tree.Assignment;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A text of a service that a shell in its container reads when that starts or is checked.
 *
 * @param place that of the whole value where it is a string: words that Compose cuts off behind the
 *     script were meant to be a part of it
 * @param names the variables to which the command gives a value
 * @param command all of it, as written
 */
record ShellText(ComposeService service, Place place, Set<String> names, String command) {

  /** Those of a service, whatever its image is, in which a variable can stand. */
  static List<ShellText> of(ComposeService service, ScriptReader reader) {
    ContainerImage image = new NamedImage(Optional.empty(), service.key());
    List<ShellText> texts = new ArrayList<>();
    for (ServiceCommand command : ServiceCommands.of(service, image)) {
      if (command.key() != ServiceCommand.Key.HOOK && written(command.node()).indexOf('$') >= 0) {
        Script script =
            command.read(new ServiceAround(service, command.own(), image), reader).script();
        Set<String> names = names(script);
        for (Slice text : script.texts()) {
          Place place = isString(command) ? command.place() : text.place();
          texts.add(new ShellText(service, place, names, script.slice().text()));
        }
      }
    }
    return texts;
  }

  @SuppressWarnings("ReferenceEquality") // a string has a view of its own, a list is as written
  private static boolean isString(ServiceCommand command) {
    return command.node().source() != command.slice().source();
  }

  private static Set<String> names(Script script) {
    Set<String> names = new HashSet<>();
    for (Assignment assignment : script.assignments()) {
      String name = assignment.name().text();
      if (!written(assignment.value()).contains(name)) {
        names.add(name);
      }
    }
    for (Command command : script.commands()) {
      if (command.name().text().equals("read")) {
        for (ShellWord argument : command.arguments()) {
          names.add(argument.text());
        }
      }
    }
    return names;
  }

  /** As it stands in the file: a script has a hole where a variable of Compose is. */
  private static String written(Slice slice) {
    return slice
        .source()
        .host()
        .content()
        .substring(slice.place().span().start(), slice.place().span().end());
  }

  boolean holds(VariableUse use) {
    Place asked = use.expression().place();
    return asked.file().equals(place.file()) && place.span().contains(asked.span());
  }

  /** Whether its command gives a variable a value, not one made of the variable itself. */
  boolean sets(String name) {
    return names.contains(name) || isOfLoop(name);
  }

  private boolean isOfLoop(String name) {
    String start = "for " + name;
    for (int at = command.indexOf(start); at >= 0; at = command.indexOf(start, at + 1)) {
      int end = at + start.length();
      if (end < command.length() && " \n\t;".indexOf(command.charAt(end)) >= 0) {
        return true;
      }
    }
    return false;
  }
}
