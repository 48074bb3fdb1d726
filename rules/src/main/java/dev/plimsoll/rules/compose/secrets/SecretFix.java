package dev.plimsoll.rules.compose.secrets;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.image.ImageReference;
import dev.plimsoll.model.image.SecretFiles;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.ServiceImage;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Takes the secrets of one file out of it: into a secret that Compose makes of a variable where the
 * image reads one from a file, else into the variable.
 */
final class SecretFix {

  private final ComposeSet set;
  private final ComposeFile file;
  private final RuleContext context;
  private Optional<YamlEdits> made = Optional.empty();
  private Map<String, List<String>> values = Map.of();

  SecretFix(ComposeSet set, ComposeFile file, RuleContext context) {
    this.set = set;
    this.file = file;
    this.context = context;
  }

  private YamlEdits edits() {
    if (made.isEmpty()) {
      made = Optional.of(YamlEdits.of(file.yaml(), file.source()));
    }
    return made.orElseThrow();
  }

  /** For a literal value of a service's environment; nothing where it stands in another file. */
  Optional<Fix> of(ComposeService service, String name, Member member) {
    if (!isVariable(name) || !isHere(member)) {
      return Optional.empty();
    }
    String variable = variable(service, name, ((Scalar) member.value()).text());
    Optional<String> reader = fileVariable(service, name);
    Optional<Fix> fix =
        reader.isEmpty() || Mentions.inCommands(service, name)
            ? Optional.empty()
            : toSecret(service, name, member, reader.get(), variable);
    return fix.isPresent() ? fix : toVariable(name, member, variable);
  }

  private boolean isHere(Member member) {
    return member.value().slice().place().file().equals(file.name());
  }

  static boolean isVariable(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  /** What the value may be called: services that share a name for two values need two. */
  String variable(ComposeService service, String name, String value) {
    if (values.isEmpty()) {
      values = collected();
    }
    Optional<Value.Known> given = set.start().environment().find(name);
    boolean alone = values.getOrDefault(name, List.of()).size() < 2;
    boolean same = given.isEmpty() || given.get().text().equals(value);
    return alone && same
        ? name
        : service.name().replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT) + "_" + name;
  }

  /** A variable of the set that holds a value literally; nothing where none does. */
  Optional<String> holder(String value) {
    if (values.isEmpty()) {
      values = collected();
    }
    for (Map.Entry<String, List<String>> entry : values.entrySet()) {
      if (entry.getValue().size() == 1
          && entry.getValue().get(0).equals(value)
          && Credentials.isName(entry.getKey(), List.of())) {
        return Optional.of(entry.getKey());
      }
    }
    return Optional.empty();
  }

  /** The different values that the services of the set give to each variable. */
  private Map<String, List<String>> collected() {
    Map<String, List<String>> all = new HashMap<>();
    for (ComposeService service : set.services()) {
      for (Map.Entry<String, Member> entry : service.members("environment").entrySet()) {
        if (entry.getValue().value() instanceof Scalar scalar && scalar.fixed().isPresent()) {
          List<String> texts = new ArrayList<>(all.getOrDefault(entry.getKey(), List.of()));
          if (!texts.contains(scalar.text())) {
            texts.add(scalar.text());
            all.put(entry.getKey(), texts);
          }
        }
      }
    }
    return all;
  }

  /** The variable that gives the service's image a file in the place of this one. */
  private Optional<String> fileVariable(ComposeService service, String name) {
    Answer<ServiceImage> image = context.compose().image(set, service);
    Answer<ServiceImage> root =
        image instanceof Answer.Known<ServiceImage> known ? known.value().root() : image;
    return root instanceof Answer.Known<ServiceImage> known
            && known.value() instanceof ServiceImage.Pulled pulled
        ? reader(pulled.reference(), name)
        : Optional.empty();
  }

  private static Optional<String> reader(ImageReference image, String name) {
    return SecretFiles.variable(image, name);
  }

  private Optional<Fix> toVariable(String name, Member member, String variable) {
    Edit edit = set(name, member, name, "${" + variable + ":?required}");
    return edit instanceof Edit.Impossible
        ? Optional.empty()
        : Optional.of(
            Fix.unsafe("Take it from the variable " + variable, edit)
                .changing(owner(member.value().slice())));
  }

  /** The address below which an edit of a value changes something. */
  private Anchor owner(Slice value) {
    return file.anchor(value);
  }

  /** Writes a value, under the same name or another, in either form. */
  private Edit set(String name, Member member, String newName, String value) {
    Optional<ComposeFile.Spot> spot = file.spot(member.key());
    if (spot.isPresent()) {
      return edits().replaceValue(spot.get().entry(), NewYaml.text(value));
    }
    Optional<YamlNode.Scalar> line = file.scalar(member.value().slice());
    return line.isPresent() && line.get().text().startsWith(name + "=")
        ? edits().replace(line.get(), NewYaml.text(newName + "=" + value))
        : new Edit.Impossible("its line is not found");
  }

  private Optional<Fix> toSecret(
      ComposeService service, String name, Member member, String reader, String variable) {
    String secret = variable.toLowerCase(Locale.ROOT);
    Optional<ComposeFile.Spot> owner = file.service(service.name());
    if (owner.isEmpty()
        || service.members("environment").containsKey(reader)
        || set.section("secrets").containsKey(secret)
        || file.documents().size() != 1
        || !(owner.get().entry().value() instanceof YamlNode.Mapping body)
        || !(file.documents().get(0).root().orElseThrow() instanceof YamlNode.Mapping root)) {
      return Optional.empty();
    }
    List<Edit> all = new ArrayList<>();
    Optional<ComposeFile.Spot> spot = file.spot(member.key());
    if (spot.isPresent()) {
      all.add(edits().renameKey(spot.get().mapping(), spot.get().entry(), reader));
    }
    all.add(set(name, member, reader, "/run/secrets/" + secret));
    all.add(given(service, body, secret));
    all.add(declared(root, secret, variable));
    for (Edit edit : all) {
      if (edit instanceof Edit.Impossible) {
        return Optional.empty();
      }
    }
    return Optional.of(
        Fix.unsafe("Take it from the secret " + secret, all.toArray(Edit[]::new))
            .changing(service.anchor())
            .declaring(
                ModelChange.of(
                    ModelChange.Kind.REMOVE, file.name(), file.anchor(member.value().slice())))
            .declaring(ModelChange.of(ModelChange.Kind.ADD, file.name(), service.anchor("secrets")))
            .declaring(
                ModelChange.of(
                    ModelChange.Kind.ADD, file.name(), service.anchor("environment").child(reader)))
            .declaring(
                ModelChange.of(ModelChange.Kind.ADD, file.name(), Anchor.FILE.child("secrets"))));
  }

  private Edit given(ComposeService service, YamlNode.Mapping body, String secret) {
    Optional<YamlNode> list = body.find("secrets");
    if (list.isPresent()) {
      return list.get() instanceof YamlNode.Sequence sequence
          ? edits().addItem(sequence, NewYaml.text(secret))
          : new Edit.Impossible("the secrets are no list");
    }
    return service.has("secrets")
        ? new Edit.Impossible("its secrets stand elsewhere")
        : edits().addKey(body, "secrets", NewYaml.list(NewYaml.text(secret)));
  }

  private Edit declared(YamlNode.Mapping root, String secret, String variable) {
    NewYaml source = NewYaml.mapping(NewYaml.pair("environment", NewYaml.text(variable)));
    Optional<YamlNode> section = root.find("secrets");
    if (section.isEmpty()) {
      return edits().addKey(root, "secrets", NewYaml.mapping(NewYaml.pair(secret, source)));
    }
    return section.get() instanceof YamlNode.Mapping mapping
        ? edits().addKey(mapping, secret, source)
        : new Edit.Impossible("the secrets are no mapping");
  }
}
