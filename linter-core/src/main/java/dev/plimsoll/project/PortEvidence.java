package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Items;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.model.image.ImageReference;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.text.Digits;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gathers what says which ports a service serves that the project builds. */
final class PortEvidence {

  /** Images that serve nothing by themselves. */
  private static final Set<String> SILENT =
      Set.of(
          "alpine",
          "amazoncorretto",
          "amazonlinux",
          "busybox",
          "debian",
          "eclipse-temurin",
          "golang",
          "node",
          "openjdk",
          "oven/bun",
          "python",
          "ruby",
          "rust",
          "ubuntu");

  private final ComposeService service;
  private final Map<String, Scalar> environment;
  private final ServiceImage.Built built;

  PortEvidence(ComposeService service, Map<String, Scalar> environment, ServiceImage.Built built) {
    this.service = service;
    this.environment = environment;
    this.built = built;
  }

  /** Unknown where the image below may serve others, or a variable decides about one. */
  Answer<ServedPorts> find() {
    if (!isAboveSilence()) {
      return new Answer.Unknown<>("the image below may serve other ports");
    }
    List<Slice> exposed = new ArrayList<>();
    for (Step step : built.stage().lineage()) {
      if (step.tree() instanceof Instruction.Expose expose) {
        for (Word word : expose.ports()) {
          String text = word.text();
          int slash = text.indexOf('/');
          String number = slash < 0 ? text : text.substring(0, slash);
          if (Digits.number(number).isEmpty()) {
            return new Answer.Unknown<>("a variable or a range decides");
          }
          exposed.add(word.slice().part(0, number.length()));
        }
      }
    }
    return exposed.isEmpty()
        ? new Answer.Unknown<>("nothing says what it serves")
        : new Answer.Known<>(
            new ServedPorts(exposed, confirmed(exposed), texts()), List.of(exposed.get(0).place()));
  }

  private boolean isAboveSilence() {
    Answer<ServiceImage> root = built.root();
    if (!(root instanceof Answer.Known<ServiceImage> known)) {
      return false;
    }
    if (!(known.value() instanceof ServiceImage.Pulled pulled)) {
      return known.value() instanceof ServiceImage.Scratch;
    }
    ImageReference reference = pulled.reference();
    return SILENT.contains(reference.familiarName())
        || reference.familiarName().startsWith("gcr.io/distroless/");
  }

  private Optional<Slice> confirmed(List<Slice> exposed) {
    List<String> sayings = new ArrayList<>();
    for (String key : List.of("ports", "expose", "command", "entrypoint", "healthcheck")) {
      Optional<ComposeNode> node = service.find(key);
      if (node.isPresent()) {
        addTexts(node.get(), sayings);
      }
    }
    for (Slice port : exposed) {
      for (String saying : sayings) {
        if (ServedPorts.names(saying, port.text())) {
          return Optional.of(port);
        }
      }
    }
    return Optional.empty();
  }

  /** All of the Dockerfile and of the service, apart from what is published. */
  private List<String> texts() {
    List<String> texts = new ArrayList<>();
    texts.add(built.file().source().content());
    for (Map.Entry<String, Member> entry : service.body().members().entrySet()) {
      if (!entry.getKey().equals("ports") && !entry.getKey().equals("build")) {
        addTexts(entry.getValue().value(), texts);
      }
    }
    for (Scalar value : environment.values()) {
      texts.add(value.text());
    }
    return texts;
  }

  private static void addTexts(ComposeNode node, List<String> texts) {
    if (node instanceof Scalar scalar) {
      texts.add(scalar.text());
    } else if (node instanceof Items items) {
      for (ComposeNode item : items.items()) {
        addTexts(item, texts);
      }
    } else if (node instanceof Table table) {
      for (Map.Entry<String, Member> member : table.members().entrySet()) {
        if (!member.getKey().equals("published")) {
          addTexts(member.getValue().value(), texts);
        }
      }
    }
  }
}
