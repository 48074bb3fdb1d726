package dev.plimsoll.model.dockerfile;

import dev.plimsoll.model.image.ImageReference;
import dev.plimsoll.parse.dockerfile.tree.DockerfileTree;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.text.Digits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the stage or image that a name means. Source: BuildKit, {@code dockerfile2llb/convert.go}:
 * names are compared without case, the last stage of a name wins, a number is an index.
 */
final class SourceFinder {

  private final Map<String, Integer> last = new HashMap<>();
  private final List<Stage> complete = new ArrayList<>();
  private final Map<String, Stage> latest = new HashMap<>();
  private final int count;

  SourceFinder(DockerfileTree tree) {
    int index = 0;
    for (Instruction instruction : tree.instructions()) {
      if (instruction instanceof Instruction.From from) {
        Optional<String> name = Stage.name(from);
        if (name.isPresent()) {
          last.put(name.get(), index);
        }
        index++;
      }
    }
    this.count = index;
  }

  /** How many stages the file has. */
  int count() {
    return count;
  }

  /** Stages come in order; only complete ones can be a source. */
  void add(Stage stage) {
    complete.add(stage);
    Optional<String> name = stage.name();
    if (name.isPresent()) {
      latest.put(name.get(), stage);
    }
  }

  List<Stage> stages() {
    return complete;
  }

  /** The latest complete stage of a name: what FROM means by it. */
  Optional<Stage> earlier(String name) {
    return Optional.ofNullable(latest.get(name.toLowerCase(Locale.ROOT)));
  }

  /** What {@code --from} means by a name or number. */
  Source find(String name) {
    Optional<Integer> index =
        Digits.areAll(name)
            ? Optional.of(number(name))
            : Optional.ofNullable(last.get(name.toLowerCase(Locale.ROOT)));
    if (index.isPresent()) {
      return index.get() < count ? new Source.OfStage(index.get()) : new Source.Nothing(name);
    }
    Optional<ImageReference> image = ImageReference.parse(name);
    return image.isEmpty() ? new Source.Nothing(name) : new Source.OfImage(image.get());
  }

  /** A number too long for an index is the index of no stage. */
  private int number(String digits) {
    return digits.length() > 9 ? count : Integer.parseInt(digits);
  }
}
