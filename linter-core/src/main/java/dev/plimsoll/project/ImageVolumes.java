package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.model.compose.ServiceMount;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The volumes without a name that an image asks for where a service mounts nothing there. */
final class ImageVolumes {

  private ImageVolumes() {}

  /**
   * Those that VOLUME declares in the Dockerfiles that an image is built by.
   *
   * @param mounts what the service mounts itself
   */
  static List<ServiceMount> of(ServiceImage image, List<ServiceMount> mounts) {
    Set<String> taken = new HashSet<>();
    for (ServiceMount mount : mounts) {
      taken.add(mount.target().text());
    }
    List<ServiceMount> volumes = new ArrayList<>();
    for (ServiceImage.Built built : image.builds()) {
      for (Step step : built.stage().lineage()) {
        if (step.tree() instanceof Instruction.Volume volume) {
          for (Word word : volume.paths()) {
            add(step.before().valueOf(word), word, taken, volumes);
          }
        }
      }
    }
    return volumes;
  }

  private static void add(Value path, Word word, Set<String> taken, List<ServiceMount> volumes) {
    if (path instanceof Value.Known known
        && known.text().startsWith("/") // the engine refuses others
        && taken.add(known.text())) {
      Scalar target = new Scalar(word.slice(), known.text(), ComposeNode.Type.STRING, path);
      volumes.add(
          new ServiceMount(
              ServiceMount.Kind.VOLUME,
              Optional.empty(),
              target,
              false,
              word.slice(),
              new Table(word.slice(), Map.of())));
    }
  }
}
