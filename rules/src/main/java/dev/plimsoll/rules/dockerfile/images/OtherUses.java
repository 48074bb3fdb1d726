package dev.plimsoll.rules.dockerfile.images;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.model.dockerfile.ImageUse;
import dev.plimsoll.rule.Finding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a file says of an image where it names it another time, and the fixes that take it over. */
final class OtherUses {

  /** Beyond so many no fix is offered: each would be compared with each. */
  private static final int MAX_USES = 500;

  private OtherUses() {}

  /** A finding with the fix that gives an image the tag that the file gives it elsewhere. */
  static Finding withTag(Finding finding, ImageUse use, List<ImageUse> all) {
    Optional<String> tag =
        all.size() > MAX_USES || !use.isLiteral() ? Optional.empty() : tag(use, all);
    if (tag.isEmpty()) {
      return finding;
    }
    Edit edit =
        use.tag().isPresent()
            ? Edit.replace(use.tag().get(), tag.get())
            : Edit.insertAfter(use.word(), ":" + tag.get());
    String title = "Use tag " + tag.get() + ", as this file does elsewhere";
    return finding.withFix(Fix.unsafe(title, edit).changing(use.anchor()));
  }

  /** A finding with the fix that gives an image the digest that the file gives it elsewhere. */
  static Finding withDigest(Finding finding, ImageUse use, List<ImageUse> all) {
    Optional<String> digest =
        all.size() > MAX_USES || !use.isLiteral() ? Optional.empty() : digest(use, all);
    if (digest.isEmpty()) {
      return finding;
    }
    Edit edit = Edit.insertAfter(use.word(), "@" + digest.get());
    return finding.withFix(
        Fix.unsafe("Use the digest that this file names elsewhere", edit).changing(use.anchor()));
  }

  /** The one tag that it is named with elsewhere; none where there are several. */
  private static Optional<String> tag(ImageUse use, List<ImageUse> all) {
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
  private static Optional<String> digest(ImageUse use, List<ImageUse> all) {
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
