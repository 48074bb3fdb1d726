package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.ServiceMount;
import dev.plimsoll.model.image.PrivilegeDrops;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells as whom a service works once it runs: what starts as root may go on as another user, by its
 * command line, by a script of its image, or as the image is known to.
 */
final class ServiceWriters {

  private static final String HIDDEN = "it may go on as a user that is not seen";

  private final Project project;
  private final Inquiry inquiry;
  private final ComposeSet set;

  ServiceWriters(Project project, Inquiry inquiry, ComposeSet set) {
    this.project = project;
    this.inquiry = inquiry;
    this.set = set;
  }

  Answer<ServiceUser> find(ComposeService service) {
    Answer<ServiceUser> start = new ServiceUsers(project, inquiry, set).find(service);
    Answer<ServiceImage> image = new ServiceImages(project, inquiry, set).find(service);
    if (!(start instanceof Answer.Known<ServiceUser> known) || !known.value().isRoot()) {
      return start;
    }
    if (!(image instanceof Answer.Known<ServiceImage> found)) {
      return new Answer.Unknown<>(((Answer.Unknown<ServiceImage>) image).reason());
    }
    StartLine entrypoint = StartLine.entrypoint(service, found.value());
    StartLine command = StartLine.command(service, found.value());
    boolean isImages = !StartLine.isSaid(service) && entrypoint.words().isEmpty();
    Optional<PrivilegeDrops.Drop> drop = isImages ? drop(found.value()) : Optional.empty();
    if (drop.isPresent()) {
      return known(drop.get(), command, known, found.value());
    }
    return seen(entrypoint.and(command), known, found.value(), service);
  }

  private static Optional<PrivilegeDrops.Drop> drop(ServiceImage image) {
    return image.root() instanceof Answer.Known<ServiceImage> root
            && root.value() instanceof ServiceImage.Pulled pulled
        ? PrivilegeDrops.find(pulled.reference())
        : Optional.empty();
  }

  /** What is known of an image whose entrypoint is left to it. */
  private static Answer<ServiceUser> known(
      PrivilegeDrops.Drop drop,
      StartLine command,
      Answer.Known<ServiceUser> start,
      ServiceImage image) {
    if (drop.how().equals("root")) {
      return start;
    }
    boolean isFor = command.words().isEmpty() || drop.isFor(command.words().get(0));
    if (drop.user().isEmpty() || !isFor) {
      return new Answer.Unknown<>(HIDDEN);
    }
    List<Place> because = new ArrayList<>(start.because());
    because.addAll(command.places());
    return new Answer.Known<>(named(drop.user().get(), image), because);
  }

  private static ServiceUser named(String user, ServiceImage image) {
    return ServiceUsers.named(user, ServiceUsers.accounts(new Answer.Known<>(image, List.of())));
  }

  /** What a command line and the scripts in it show. */
  private Answer<ServiceUser> seen(
      StartLine line, Answer.Known<ServiceUser> start, ServiceImage image, ComposeService service) {
    List<Place> because = new ArrayList<>(start.because());
    because.addAll(line.places());
    Set<String> users = new TreeSet<>();
    Optional<String> direct = DropLine.user(line.words());
    if (direct.isPresent()) {
      users.add(direct.get());
    } else {
      for (Optional<SourceText> script : scripts(line, image)) {
        if (script.isPresent()) {
          users.addAll(users(script.get()));
          because.add(new Place(script.get().name(), Span.at(0)));
        }
      }
    }
    if (users.size() == 1 && users.iterator().next().indexOf('$') < 0) {
      return new Answer.Known<>(named(users.iterator().next(), image), because);
    }
    return users.isEmpty() && !mayDrop(line, image, service)
        ? new Answer.Known<>(start.value(), because)
        : new Answer.Unknown<>(HIDDEN);
  }

  private List<Optional<SourceText>> scripts(StartLine line, ServiceImage image) {
    List<Optional<SourceText>> scripts = new ArrayList<>();
    for (ServiceImage.Built built : image.builds()) {
      CopiedFiles files = project.copiedFiles(built, inquiry);
      for (String word : line.words()) {
        if (!word.startsWith("-") && word.indexOf('$') < 0) {
          scripts.add(
              files.find(word) instanceof Answer.Known<Optional<SourceText>> known
                  ? known.value()
                  : Optional.empty());
        }
      }
    }
    return scripts;
  }

  /** All that the lines of a script go on as. */
  private static Set<String> users(SourceText script) {
    Set<String> users = new TreeSet<>();
    for (String line : script.content().split("\n", -1)) {
      if (!line.stripLeading().startsWith("#")) {
        Optional<String> user = DropLine.user(StartLine.words(line));
        if (user.isPresent()) {
          users.add(user.get());
        }
      }
    }
    return users;
  }

  /** Whether something speaks for it that does not say whom. */
  private boolean mayDrop(StartLine line, ServiceImage image, ComposeService service) {
    for (String word : line.words()) {
      if (PrivilegeDrop.isSign(word.substring(word.lastIndexOf('/') + 1))) {
        return true;
      }
      for (ServiceMount mount : set.mounts(service)) {
        if (mount.target().text().equals(word)) {
          return true; // a script of the host
        }
      }
    }
    for (ServiceImage.Built built : image.builds()) {
      if (new PrivilegeDrop(built.stage(), project.copiedFiles(built, inquiry)).isSeen()) {
        return true;
      }
    }
    return false;
  }
}
