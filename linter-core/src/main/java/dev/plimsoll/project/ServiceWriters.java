package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Items;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.ServiceMount;
import dev.plimsoll.model.image.PrivilegeDrops;
import dev.plimsoll.parse.dockerfile.tree.CommandLine;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.parse.dockerfile.tree.Word;
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

  /** Words of a command line, and what says so. */
  private record Line(List<String> words, List<Place> places) {
    static final Line NONE = new Line(List.of(), List.of());

    Line and(Line more) {
      List<String> all = new ArrayList<>(words);
      all.addAll(more.words);
      List<Place> both = new ArrayList<>(places);
      both.addAll(more.places);
      return new Line(all, both);
    }
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
    Optional<Line> own = line(service, "entrypoint");
    Line entrypoint = own.orElse(entrypoint(found.value()));
    Line command =
        line(service, "command").orElse(own.isPresent() ? Line.NONE : command(found.value()));
    boolean isImages = own.isEmpty() && entrypoint.words().isEmpty();
    Optional<PrivilegeDrops.Drop> drop = isImages ? drop(found.value()) : Optional.empty();
    if (drop.isPresent()) {
      return known(drop.get(), command, known, found.value());
    }
    return seen(entrypoint.and(command), known, found.value(), service);
  }

  /** What a key of the service says; nothing where it leaves it to the image. */
  private static Optional<Line> line(ComposeService service, String key) {
    Optional<ComposeNode> node = service.find(key);
    List<String> words = new ArrayList<>();
    if (node.isPresent() && node.get() instanceof Items items) {
      for (ComposeNode item : items.items()) {
        words.add(item instanceof Scalar scalar ? scalar.text() : "");
      }
    } else if (node.isPresent()
        && node.get() instanceof Scalar scalar
        && scalar.type() != ComposeNode.Type.NULL) {
      words.addAll(words(scalar.text()));
    } else {
      return Optional.empty();
    }
    return Optional.of(new Line(words, List.of(node.get().slice().place())));
  }

  private static Line entrypoint(ServiceImage image) {
    List<ServiceImage.Built> builds = image.builds();
    for (int i = builds.size() - 1; i >= 0; i--) {
      Optional<Instruction.Entrypoint> own = builds.get(i).stage().end().entrypoint();
      if (own.isPresent()) {
        return new Line(words(own.get().command()), List.of(own.get().slice().place()));
      }
    }
    return Line.NONE;
  }

  /** An ENTRYPOINT clears the command of an image below. */
  private static Line command(ServiceImage image) {
    List<ServiceImage.Built> builds = image.builds();
    for (int i = builds.size() - 1; i >= 0; i--) {
      Optional<Instruction.Cmd> own = builds.get(i).stage().end().cmd();
      if (own.isPresent()) {
        return new Line(words(own.get().command()), List.of(own.get().slice().place()));
      }
      if (builds.get(i).stage().end().entrypoint().isPresent()) {
        return Line.NONE;
      }
    }
    return Line.NONE;
  }

  private static List<String> words(CommandLine line) {
    if (!(line instanceof CommandLine.ExecForm exec)) {
      return words(line.slice().text());
    }
    List<String> words = new ArrayList<>();
    for (Word word : exec.words()) {
      words.add(word.text());
    }
    return words;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : text.split("[\\s;&|()\"'`]+", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  private static Optional<PrivilegeDrops.Drop> drop(ServiceImage image) {
    return image.root() instanceof Answer.Known<ServiceImage> root
            && root.value() instanceof ServiceImage.Pulled pulled
        ? PrivilegeDrops.find(pulled.reference())
        : Optional.empty();
  }

  /** What is known of an image whose entrypoint is left to it. */
  private static Answer<ServiceUser> known(
      PrivilegeDrops.Drop drop, Line command, Answer.Known<ServiceUser> start, ServiceImage image) {
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
      Line line, Answer.Known<ServiceUser> start, ServiceImage image, ComposeService service) {
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

  private List<Optional<SourceText>> scripts(Line line, ServiceImage image) {
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
        Optional<String> user = DropLine.user(words(line));
        if (user.isPresent()) {
          users.add(user.get());
        }
      }
    }
    return users;
  }

  /** Whether something speaks for it that does not say whom. */
  private boolean mayDrop(Line line, ServiceImage image, ComposeService service) {
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
