package dev.plimsoll.rules.dockerfile.images;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.ImageUse;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.List;

/** Without a tag the builder takes latest, which nobody chose and which changes by itself. */
@RuleInfo(
    id = "dockerfile/image-untagged",
    title = "Image has neither tag nor digest",
    severity = Severity.WARNING,
    category = Category.RELIABILITY,
    fix = Safety.UNSAFE,
    aliases = {"hadolint:DL3006", "trivy:DS-0001", "checkov:CKV_DOCKER_7", "sonar:S6596"})
public final class ImageUntagged extends DockerfileRule {

  @Override
  public void file(DockerfileModel file, RuleContext context) {
    List<ImageUse> uses = file.images();
    for (ImageUse use : uses) {
      if (use.reference().tag().isEmpty() && use.reference().digest().isEmpty()) {
        context.report(finding(use, uses));
      }
    }
  }

  private static Finding finding(ImageUse use, List<ImageUse> uses) {
    Finding finding =
        Finding.at(
            use.anchor(),
            use.word(),
            "%s has neither tag nor digest, so latest is taken: name the version",
            use.name());
    return OtherUses.withTag(finding, use, uses);
  }
}
