package dev.plimsoll.rules.dockerfile.secrets;

import dev.plimsoll.fix.DockerfileEdits;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.SecretMounts;
import dev.plimsoll.model.dockerfile.BuildUser;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Stage;
import java.util.List;
import java.util.Optional;

/** Mounts a secret in one RUN. */
final class SecretMountFix {

  private SecretMountFix() {}

  /**
   * The fix, or none: the builder may not know the mount, the user of the RUN might not be able to
   * read it, the script makes by itself what would be mounted, or the RUN is for a later build.
   */
  static Optional<Fix> find(DockerfileModel file, Stage stage, Run run, RequiredSecret secret) {
    Optional<String> owner = owner(stage, run, secret);
    boolean known =
        secret.variable().isEmpty()
            ? !DockerfileEdits.isMountRefused(file.tree())
            : SecretMounts.giveVariables(file.tree());
    if (owner.isEmpty() || !known || run.isTrigger() || secret.isNamedIn(run)) {
      return Optional.empty();
    }
    String flag = "--mount=type=secret," + secret.mount() + owner.get();
    return Optional.of(
        Fix.unsafe(
                "Mount the secret " + secret.id(),
                DockerfileEdits.addFlagLines(run.run(), List.of(flag), file.tree().escape()))
            .changing(run.anchor())
            .mayTrigger("dockerfile/syntax-directive-missing"));
  }

  /** The field that gives the file to a user other than root; none where its number is unknown. */
  private static Optional<String> owner(Stage stage, Run run, RequiredSecret secret) {
    if (!secret.isFile() || secret.saysWhoReadsIt()) {
      return Optional.of("");
    }
    Optional<BuildUser> user = BuildUser.of(stage, run);
    if (user.isEmpty()) {
      boolean isRoots = secret.target().isPresent() && secret.target().get().startsWith("/root/");
      return isRoots ? Optional.of("") : Optional.empty();
    }
    if (user.get().uid().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(user.get().isRoot() ? "" : ",uid=" + user.get().uid().get());
  }
}
