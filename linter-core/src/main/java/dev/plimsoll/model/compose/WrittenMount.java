package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import java.util.Optional;

/** A mount of a service as it stands in a file, before any other file is laid over it. */
public final class WrittenMount {

  private WrittenMount() {}

  /** Its path in the container; nothing where a variable decides it, or it is no mount. */
  public static Optional<Scalar> target(YamlNode mount) {
    Optional<Scalar> target = Optional.empty();
    if (mount instanceof YamlNode.Scalar written) {
      Scalar text = scalar(written);
      target =
          MountForm.refuse(text).isEmpty()
                  && MountForm.expanded(text).find("target").orElseThrow() instanceof Scalar found
              ? Optional.of(found)
              : Optional.empty();
    } else if (mount instanceof YamlNode.Mapping mapping) {
      Optional<YamlNode> written = mapping.find("target");
      target =
          written.isPresent() && written.get() instanceof YamlNode.Scalar scalar
              ? Optional.of(scalar(scalar))
              : Optional.empty();
    }
    return target.isPresent() && target.get().known().isPresent()
        ? Optional.of(cleaned(target.get()))
        : Optional.empty();
  }

  private static Scalar scalar(YamlNode.Scalar written) {
    Interpolation made = Interpolation.of(written.text(), written.slice(), Environment.EMPTY);
    return new Scalar(written.slice(), made.text(), ComposeNode.Type.STRING, made.value());
  }

  private static Scalar cleaned(Scalar path) {
    return new Scalar(path.slice(), Paths.clean(path.text()), path.type(), path.value());
  }
}
