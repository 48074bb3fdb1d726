package dev.plimsoll.rules.compose.permissions;

import dev.plimsoll.fix.DockerfileEdits;
import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.dockerfile.ContainerCommand;
import dev.plimsoll.model.dockerfile.Plain;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.model.image.BaseImage;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.ServiceImage;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.text.Value;
import java.util.Optional;

/** Has the Dockerfile of a service make a folder for whom its processes start as. */
final class FolderOwnerFix {

  private FolderOwnerFix() {}

  /** None where the image is not built here, or a fact is missing. */
  static Optional<Fix> of(
      ClosedMount closed, ComposeService service, ComposeSet set, RuleContext context) {
    if (!(context.compose().image(set, service) instanceof Answer.Known<ServiceImage> image)
        || !(image.value() instanceof ServiceImage.Built built)
        || !hasShell(built.stage())) {
      return Optional.empty();
    }
    String path = closed.mount().target().known().orElse("");
    Optional<String> owner = owner(closed, service, built.stage());
    Optional<Instruction> place = place(built.stage());
    if (place.isEmpty() || owner.isEmpty() || !isPlain(path, "/._-") || !path.startsWith("/")) {
      return Optional.empty();
    }
    String chown = "chown -R " + owner.get() + " " + path;
    boolean isThere = closed.folder().isInImage();
    String line = isThere ? "RUN " + chown : "RUN mkdir -p " + path + " && " + chown;
    Edit edit = DockerfileEdits.insertLineBefore(place.get(), line);
    ModelChange.Kind add = ModelChange.Kind.ADD;
    return Optional.of(
        Fix.unsafe("Give " + path + " to " + owner.get() + " in the image", edit)
            .declaring(
                ModelChange.of(add, built.file().name(), built.stage().anchor().child("RUN")))
            .mayTrigger("dockerfile/*"));
  }

  private static boolean hasShell(Stage stage) {
    Optional<BaseImage> image = stage.base().image();
    return image.isPresent()
        && image.get().family() != BaseImage.Family.WINDOWS
        && image.get().sh() != BaseImage.Sh.NONE;
  }

  /** As chown takes it: what USER says, or the numbers that the service asks for. */
  private static Optional<String> owner(ClosedMount closed, ComposeService service, Stage stage) {
    if (service.scalar("user").isPresent()) {
      Optional<Integer> uid = closed.user().uid();
      Optional<Integer> gid = closed.user().gid();
      return uid.isEmpty()
          ? Optional.empty()
          : Optional.of(gid.isEmpty() ? "" + uid.get() : uid.get() + ":" + gid.get());
    }
    return stage.end().user() instanceof Value.Known user && isPlain(user.text(), "_-:")
        ? Optional.of(user.text())
        : Optional.empty();
  }

  private static boolean isPlain(String text, String marks) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!letter && marks.indexOf(c) < 0) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** The last USER, where root comes before it; else, where all is root's, what starts. */
  private static Optional<Instruction> place(Stage stage) {
    Optional<Step> user = Optional.empty();
    Optional<Step> start = Optional.empty();
    for (Step step : stage.steps()) {
      if (step instanceof Plain && step.tree() instanceof Instruction.User) {
        user = Optional.of(step);
      } else if (step instanceof ContainerCommand && start.isEmpty()) {
        start = Optional.of(step);
      }
    }
    Optional<Step> place = user.isPresent() ? user : start;
    return place.isPresent() && isRoot(place.get().before().user())
        ? Optional.of(place.get().tree())
        : Optional.empty();
  }

  private static boolean isRoot(Value user) {
    return user instanceof Value.Known known
        && (known.text().equals("root") || known.text().equals("0"));
  }
}
