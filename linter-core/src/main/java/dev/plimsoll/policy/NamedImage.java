package dev.plimsoll.policy;

import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.ImageUse;
import dev.plimsoll.model.image.ImageReference;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.policy.PolicySubject.Links;
import dev.plimsoll.policy.path.Match;
import dev.plimsoll.policy.path.PathDocument;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An image that a file has pulled.
 *
 * @param tagIsKnown whether no variable says what its tag is
 */
record NamedImage(Slice place, Value.Known name, ImageReference reference, boolean tagIsKnown) {

  /** The images of a Dockerfile, or those of the services of a Compose file that build none. */
  static List<NamedImage> in(PolicySubject subject) {
    List<NamedImage> images = new ArrayList<>();
    Optional<DockerfileModel> dockerfile = subject.dockerfile();
    if (dockerfile.isPresent()) {
      for (ImageUse use : dockerfile.get().images()) {
        images.add(new NamedImage(use.word(), use.name(), use.reference(), true));
      }
      return images;
    }
    for (PathDocument document : subject.documents(Links.FOLLOWED)) {
      for (Match service : Services.of(document)) {
        Optional<Match> image = document.child(service, "image");
        boolean built = document.child(service, "build").isPresent();
        if (!built && image.isPresent() && image.get().node() instanceof Scalar scalar) {
          add(scalar, images);
        }
      }
    }
    return images;
  }

  private static void add(Scalar scalar, List<NamedImage> images) {
    String name = withDefaults(scalar.text());
    int variable = name.indexOf('$');
    int colon = name.lastIndexOf(':');
    if (variable >= 0 && (colon < name.lastIndexOf('/') || variable < colon)) {
      return;
    }
    String known = variable >= 0 ? name.substring(0, colon) : name;
    Optional<ImageReference> reference = ImageReference.parse(known);
    if (reference.isPresent()) {
      Value.Known value = new Value.Known(scalar.text(), scalar.slice());
      images.add(new NamedImage(scalar.slice(), value, reference.get(), variable < 0));
    }
  }

  /** The defaults of variables in their places; those without one stay. */
  static String withDefaults(String text) {
    StringBuilder replaced = new StringBuilder();
    int at = 0;
    int open = text.indexOf("${");
    while (open >= 0) {
      int close = text.indexOf('}', open);
      int dash = text.indexOf('-', open);
      if (close < 0 || dash < 0 || dash > close || text.indexOf('$', open + 2) == dash + 1) {
        return replaced.append(text.substring(at)).toString();
      }
      replaced.append(text, at, open).append(text, dash + 1, close);
      at = close + 1;
      open = text.indexOf("${", at);
    }
    return replaced.append(text.substring(at)).toString();
  }
}
