package dev.plimsoll.policy;

import dev.plimsoll.rule.Message;
import java.util.List;

/** Says which images may be used, or which must not. */
public record ImageCheck(List<ImagePattern> patterns, OneOf.Sense sense) implements Check {

  public ImageCheck {
    patterns = List.copyOf(patterns);
  }

  @Override
  public void judge(PolicySubject subject, Verdicts verdicts) {
    for (NamedImage image : NamedImage.in(subject)) {
      boolean is = false;
      for (ImagePattern pattern : patterns) {
        is |= pattern.matches(image.reference(), image.tagIsKnown());
      }
      if (sense == OneOf.Sense.WANTED && !is) {
        String registry = image.reference().registry();
        verdicts.add(
            image.place(),
            "image",
            image.name(),
            Message.of("%s is from %s, which is not allowed", image.name(), registry));
      } else if (sense == OneOf.Sense.FORBIDDEN && is) {
        verdicts.add(
            image.place(), "image", image.name(), Message.of("%s is not allowed", image.name()));
      }
    }
  }
}
