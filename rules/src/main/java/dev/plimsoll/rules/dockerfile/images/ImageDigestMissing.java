package dev.plimsoll.rules.dockerfile.images;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.ImageUse;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.List;

/** Whoever can push to the repository decides what a tag names; a digest names one content. */
@RuleInfo(
    id = "dockerfile/image-digest-missing",
    title = "Image is not pinned by digest",
    severity = Severity.INFO,
    category = Category.SECURITY,
    profile = Profile.ALL,
    fix = Safety.UNSAFE,
    aliases = "sonar:S7023",
    cwe = 494)
public final class ImageDigestMissing extends DockerfileRule {

  @Override
  public void file(DockerfileModel file, RuleContext context) {
    List<ImageUse> uses = file.images();
    for (ImageUse use : uses) {
      if (use.reference().digest().isEmpty()) {
        context.report(finding(use, uses));
      }
    }
  }

  private static Finding finding(ImageUse use, List<ImageUse> uses) {
    Finding finding =
        Finding.at(
            use.anchor(),
            use.word(),
            "%s is not pinned by a digest: what its tag names can be replaced",
            use.name());
    return OtherUses.withDigest(finding, use, uses);
  }
}
