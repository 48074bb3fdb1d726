package dev.plimsoll.rules.dockerfile.images;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.ImageUse;
import dev.plimsoll.model.image.ImageReference;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.List;

/** What latest names changes without a commit, so that no build can be repeated or explained. */
@RuleInfo(
    id = "dockerfile/image-latest-tag",
    title = "Image uses the moving tag latest",
    severity = Severity.WARNING,
    category = Category.RELIABILITY,
    fix = Safety.UNSAFE,
    aliases = {"hadolint:DL3007", "trivy:DS-0001", "checkov:CKV_DOCKER_7", "sonar:S6596"})
public final class ImageLatestTag extends DockerfileRule {

  @Override
  public void file(DockerfileModel file, RuleContext context) {
    List<ImageUse> uses = file.images();
    for (ImageUse use : uses) {
      ImageReference image = use.reference();
      if (image.digest().isEmpty()
          && image.tag().isPresent()
          && image.tag().get().equals("latest")) {
        context.report(finding(use, uses));
      }
    }
  }

  private static Finding finding(ImageUse use, List<ImageUse> uses) {
    Finding finding =
        Finding.at(
            use.anchor(),
            use.tag().orElse(use.word()),
            "%s moves with each release: name a version or a digest",
            use.name());
    return OtherUses.withTag(finding, use, uses);
  }
}
