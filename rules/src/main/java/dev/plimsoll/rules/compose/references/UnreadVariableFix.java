package dev.plimsoll.rules.compose.references;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.image.UnreadVariable;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.SecretNames;
import dev.plimsoll.text.Slice;
import java.util.Optional;

/**
 * Says what a variable was meant to say where the image reads it: by another name, or an option.
 */
final class UnreadVariableFix {

  private final String variable;
  private final Member member;
  private final UnreadVariable unread;
  private final ComposeService service;
  private final ComposeFile file;
  private final YamlEdits edits;

  UnreadVariableFix(
      String variable,
      Member member,
      UnreadVariable unread,
      ComposeService service,
      ComposeFile file) {
    this.variable = variable;
    this.member = member;
    this.unread = unread;
    this.service = service;
    this.file = file;
    this.edits = YamlEdits.of(file.yaml(), file.source());
  }

  /** The fix; nothing where the file must be understood for it. */
  Optional<Fix> find() {
    return unread.program().isEmpty() ? renaming() : moving();
  }

  /** Gives it the name that the image reads, where it is a key of its own. */
  private Optional<Fix> renaming() {
    Optional<ComposeFile.Spot> spot = file.spot(member.key());
    int at = member.key().text().indexOf(variable);
    boolean isValue = unread.instead().equals("ES_JAVA_OPTS"); // it is written otherwise there
    if (unread.instead().isEmpty() || isValue || (spot.isEmpty() && at < 0)) {
      return Optional.empty();
    }
    Edit edit =
        spot.isPresent()
            ? edits.renameKey(spot.get().mapping(), spot.get().entry(), unread.instead())
            : Edit.replace(member.key().part(at, at + variable.length()), unread.instead());
    Anchor environment = service.anchor("environment");
    return Optional.of(
        Fix.unsafe("Rename it to " + unread.instead(), edit)
            .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file.name(), environment))
            .declaring(ModelChange.of(ModelChange.Kind.ADD, file.name(), environment)));
  }

  /** Moves a setting to the command, which is not there or is a list of the program's options. */
  private Optional<Fix> moving() {
    Optional<ComposeFile.Spot> around = file.spot(service.key());
    Optional<ComposeFile.Spot> environment = spot("environment");
    if (SecretNames.announcesSecret(variable)
        || around.isEmpty()
        || environment.isEmpty()
        || !(member.value() instanceof Scalar value)
        || value.fixed().isEmpty()
        || !(around.get().entry().value() instanceof YamlNode.Mapping mapping)) {
      return Optional.empty();
    }
    Edit given = service.has("command") ? added(value, mapping) : command(value);
    Edit taken = Listed.removal(member.key(), environment.get(), edits);
    return Optional.of(
        Fix.unsafe("Move it to the command", taken, given)
            .changing(service.anchor())
            .declaring(ModelChange.of(ModelChange.Kind.ADD, file.name(), service.anchor("command")))
            .declaring(
                ModelChange.of(
                    ModelChange.Kind.REMOVE, file.name(), service.anchor("environment"))));
  }

  private Optional<ComposeFile.Spot> spot(String key) {
    Optional<Slice> slice = service.keySlice(key);
    return slice.isEmpty() ? Optional.empty() : file.spot(slice.get());
  }

  private boolean isJoined() {
    return unread.instead().endsWith("=");
  }

  /** A command of the program and the option, behind the image. */
  private Edit command(Scalar value) {
    Optional<ComposeFile.Spot> image = spot("image");
    if (image.isEmpty()) {
      return new Edit.Impossible("the image is named in another file");
    }
    NewYaml program = NewYaml.text(unread.program());
    NewYaml list =
        isJoined()
            ? NewYaml.list(program, NewYaml.text(unread.instead() + value.written()))
            : NewYaml.list(program, NewYaml.text(unread.instead()), NewYaml.text(value.written()));
    return edits.addKeyAfter(image.get().mapping(), image.get().entry(), "command", list);
  }

  /** One option more. */
  private Edit added(Scalar value, YamlNode.Mapping service) {
    Optional<YamlNode> command = service.find("command");
    return isJoined()
            && command.isPresent()
            && command.get() instanceof YamlNode.Sequence list
            && list.items().get(0) instanceof YamlNode.Scalar first
            && first.text().equals(unread.program())
        ? edits.addItem(list, NewYaml.text(unread.instead() + value.written()))
        : new Edit.Impossible("the command is no list of options");
  }
}
