package dev.plimsoll.rules.dockerfile.images;

import dev.plimsoll.model.dockerfile.ImageUse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a file says of an image where it names it another time. */
final class OtherUses {

  private OtherUses() {}

  /** The one tag that it is named with elsewhere; none where there are several. */
  static Optional<String> tag(ImageUse use, List<ImageUse> all) {
    Set<String> tags = new TreeSet<>();
    for (ImageUse other : all) {
      Optional<String> tag = other.reference().tag();
      if (isSameImage(use, other) && tag.isPresent() && !tag.get().equals("latest")) {
        tags.add(tag.get());
      }
    }
    return only(tags);
  }

  /** The one digest that it is named with elsewhere, with the same tag. */
  static Optional<String> digest(ImageUse use, List<ImageUse> all) {
    Set<String> digests = new TreeSet<>();
    for (ImageUse other : all) {
      Optional<String> digest = other.reference().digest();
      boolean same = use.reference().tag().equals(other.reference().tag());
      if (same && isSameImage(use, other) && digest.isPresent()) {
        digests.add(digest.get());
      }
    }
    return only(digests);
  }

  private static boolean isSameImage(ImageUse one, ImageUse other) {
    return other.isLiteral()
        && one.reference().familiarName().equals(other.reference().familiarName());
  }

  private static Optional<String> only(Set<String> found) {
    return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
  }
}
