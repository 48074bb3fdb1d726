package dev.plimsoll.project;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.compose.ComposeScript;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.ContainerImage;
import dev.plimsoll.model.compose.ServiceAround;
import dev.plimsoll.model.compose.ServiceCommand;
import dev.plimsoll.model.compose.ServiceCommands;
import dev.plimsoll.text.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what the containers of services run, with what is known of their images. */
final class ServiceScripts {

  private static final List<String> KEYS =
      List.of("command", "entrypoint", "healthcheck", "post_start", "pre_stop", "develop");

  private final ProjectView project;
  private final ComposeSet set;
  private final ScriptReaders readers;

  ServiceScripts(ProjectView project, ComposeSet set, ScriptReaders readers) {
    this.project = project;
    this.set = set;
    this.readers = readers;
  }

  /**
   * The scripts of the set that stand in a file.
   *
   * @param known the places of those that were read before, which are left out; these are added
   */
  List<ComposeScript> in(String file, Set<Place> known) {
    List<ComposeScript> scripts = new ArrayList<>();
    for (ComposeService service : set.servicesIn(file)) {
      if (runsSomething(service)) {
        ContainerImage image = image(service);
        for (ServiceCommand command : ServiceCommands.of(service, image)) {
          if (command.isIn(file) && known.add(command.place())) {
            ServiceAround around = new ServiceAround(service, command.own(), image);
            scripts.add(command.read(around, readers.scripts()));
          }
        }
      }
    }
    return scripts;
  }

  /** What a container of a service starts. */
  Answer<List<Command>> start(ComposeService service) {
    return new ServiceStart(service, image(service), readers.scripts()).answer();
  }

  private static boolean runsSomething(ComposeService service) {
    for (String key : KEYS) {
      if (service.has(key)) {
        return true;
      }
    }
    return false;
  }

  private ContainerImage image(ComposeService service) {
    if (project.compose().image(set, service) instanceof Answer.Known<ServiceImage> known) {
      if (known.value() instanceof ServiceImage.Built built) {
        return new ImageOfStage(built.stage());
      }
      if (known.value() instanceof ServiceImage.Pulled pulled) {
        return new NamedImage(pulled.known(), service.key());
      }
    }
    return new NamedImage(Optional.empty(), service.key());
  }
}
