package dev.plimsoll.rules.compose.storage;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.ServiceMount;
import dev.plimsoll.model.image.WritableFolders;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.ServiceImage;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The folders that the image of a service writes to, and that would be read-only with the root file
 * system.
 *
 * @param image its name
 * @param folders those that no mount makes writable; none where all are
 */
public record MissingTmpfs(String image, List<String> folders) {

  /** Nothing where that is not known of the image, or another program is started in it. */
  public static Optional<MissingTmpfs> of(
      ComposeService service, ComposeSet set, RuleContext context) {
    if (service.has("entrypoint")
        || !(context.compose().image(set, service) instanceof Answer.Known<ServiceImage> image)
        || !(image.value().root() instanceof Answer.Known<ServiceImage> root)
        || !(root.value() instanceof ServiceImage.Pulled pulled)
        || startsOther(image.value())) {
      return Optional.empty();
    }
    Optional<WritableFolders.Need> need = WritableFolders.find(pulled.reference());
    List<ServiceMount> mounts = context.compose().mounts(set, service);
    if (need.isEmpty() || isSetOtherwise(need.get(), service, mounts)) {
      return Optional.empty();
    }
    List<String> folders = new ArrayList<>();
    for (String folder : need.get().folders()) {
      if (!isWritable(folder, mounts)) {
        folders.add(folder);
      }
    }
    return Optional.of(new MissingTmpfs(pulled.reference().familiarName(), folders));
  }

  private static boolean startsOther(ServiceImage image) {
    for (ServiceImage.Built built : image.builds()) {
      if (built.stage().end().entrypoint().isPresent() || built.stage().end().cmd().isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Whether settings of its own, or options of the command, may name other folders. */
  private static boolean isSetOtherwise(
      WritableFolders.Need need, ComposeService service, List<ServiceMount> mounts) {
    if (service.has("command")) {
      return true;
    }
    if (need.settings().isPresent()) {
      String settings = need.settings().get();
      for (ServiceMount mount : mounts) {
        String target = mount.target().text();
        if (settings.equals(target) || settings.startsWith(target + "/")) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isWritable(String folder, List<ServiceMount> mounts) {
    for (ServiceMount mount : mounts) {
      String target = mount.target().text();
      String path = target.startsWith("/var/run") ? target.substring("/var".length()) : target;
      if (!mount.readOnly()
          && (folder.equals(path) || folder.startsWith(path.equals("/") ? "/" : path + "/"))) {
        return true;
      }
    }
    return false;
  }

  /** How a message lists them: {@code /run and /tmp}. */
  public String list() {
    return String.join(" and ", folders);
  }

  /**
   * Adds a tmpfs for each; none where the list stands elsewhere.
   *
   * @param beside a key of the service in the file
   */
  public List<Edit> edits(Slice beside, ComposeService service, ComposeFile file) {
    List<Edit> edits = new ArrayList<>();
    YamlEdits yaml = YamlEdits.of(file.yaml(), file.source());
    Optional<ComposeFile.Spot> spot = file.spot(beside);
    Optional<Slice> key = service.keySlice("tmpfs");
    if (spot.isEmpty() || folders.isEmpty()) {
      return edits;
    }
    if (key.isEmpty()) {
      NewYaml[] items = new NewYaml[folders.size()];
      for (int i = 0; i < items.length; i++) {
        items[i] = NewYaml.text(folders.get(i));
      }
      edits.add(
          yaml.addKeyAfter(spot.get().mapping(), spot.get().entry(), "tmpfs", NewYaml.list(items)));
      return edits;
    }
    Optional<ComposeFile.Spot> list = file.spot(key.get());
    if (folders.size() == 1
        && list.isPresent()
        && list.get().entry().value() instanceof YamlNode.Sequence sequence) {
      edits.add(yaml.addItem(sequence, NewYaml.text(folders.get(0))));
    }
    return edits;
  }
}
