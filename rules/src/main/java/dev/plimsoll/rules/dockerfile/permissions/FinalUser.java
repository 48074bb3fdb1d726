package dev.plimsoll.rules.dockerfile.permissions;

import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Plain;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.project.ProjectView;
import dev.plimsoll.text.Value;
import java.util.List;
import java.util.Optional;

/** Who a container of a stage starts as. */
final class FinalUser {

  private FinalUser() {}

  /** A USER instruction as a step. */
  record Setting(Plain step, Instruction.User user) {}

  /** Whether it is root for sure, or by the default of an argument. */
  static boolean isRoot(Stage stage) {
    return stage.end().user().alternatives().get(0) instanceof Value.Known user
        && isRoot(user.text());
  }

  /** Whether the user part of what USER says is root's name or number. */
  static boolean isRoot(String user) {
    int colon = user.indexOf(':');
    String name = colon < 0 ? user : user.substring(0, colon);
    if (name.equals("root")) {
      return true;
    }
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) != '0') {
        return false;
      }
    }
    return !name.isEmpty();
  }

  /** The USER in force at the end, of the stage itself or one that it descends from. */
  static Optional<Setting> lastSetting(Stage stage) {
    List<Step> steps = stage.lineage();
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (steps.get(i) instanceof Plain plain && plain.tree() instanceof Instruction.User user) {
        return Optional.of(new Setting(plain, user));
      }
    }
    return Optional.empty();
  }

  /** Whether root only starts it, or the tool that runs it picks the user. */
  static boolean isServedByAnother(DockerfileModel file, Stage stage, ProjectView project) {
    boolean devcontainer =
        file.name().startsWith(".devcontainer/") || file.name().contains("/.devcontainer/");
    return devcontainer || project.dropsPrivileges(file, stage);
  }
}
