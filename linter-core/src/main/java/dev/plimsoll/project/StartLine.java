package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Items;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.parse.dockerfile.tree.CommandLine;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.text.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Words of a command line that a container starts with, and what says so. */
record StartLine(List<String> words, List<Place> places) {

  private static final StartLine NONE = new StartLine(List.of(), List.of());

  StartLine {
    words = List.copyOf(words);
    places = List.copyOf(places);
  }

  /** Those of the service, else those of its image. */
  static StartLine entrypoint(ComposeService service, ServiceImage image) {
    return said(service, "entrypoint").orElse(entrypoint(image));
  }

  /** The same of its command, which an entrypoint of the service takes away from the image. */
  static StartLine command(ComposeService service, ServiceImage image) {
    return said(service, "command").orElse(isSaid(service) ? NONE : command(image));
  }

  /** Whether the service has an entrypoint of its own. */
  static boolean isSaid(ComposeService service) {
    return said(service, "entrypoint").isPresent();
  }

  /** What a key of the service says; nothing where it leaves it to the image. */
  private static Optional<StartLine> said(ComposeService service, String key) {
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
    return Optional.of(new StartLine(words, List.of(node.get().slice().place())));
  }

  private static StartLine entrypoint(ServiceImage image) {
    List<ServiceImage.Built> builds = image.builds();
    for (int i = builds.size() - 1; i >= 0; i--) {
      Optional<Instruction.Entrypoint> own = builds.get(i).stage().end().entrypoint();
      if (own.isPresent()) {
        return new StartLine(words(own.get().command()), List.of(own.get().slice().place()));
      }
    }
    return NONE;
  }

  /** An ENTRYPOINT clears the command of an image below. */
  private static StartLine command(ServiceImage image) {
    List<ServiceImage.Built> builds = image.builds();
    for (int i = builds.size() - 1; i >= 0; i--) {
      Optional<Instruction.Cmd> own = builds.get(i).stage().end().cmd();
      if (own.isPresent()) {
        return new StartLine(words(own.get().command()), List.of(own.get().slice().place()));
      }
      if (builds.get(i).stage().end().entrypoint().isPresent()) {
        return NONE;
      }
    }
    return NONE;
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

  /** The words of a line for a shell. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : text.split("[\\s;&|()\"'`]+", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  /** These, and others behind them. */
  StartLine and(StartLine more) {
    List<String> all = new ArrayList<>(words);
    all.addAll(more.words);
    List<Place> both = new ArrayList<>(places);
    both.addAll(more.places);
    return new StartLine(all, both);
  }
}
