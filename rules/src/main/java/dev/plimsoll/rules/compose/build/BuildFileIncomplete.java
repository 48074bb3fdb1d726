package dev.plimsoll.rules.compose.build;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeRole;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Where half of the images are built by one file and half by another, neither builds them all. */
@RuleInfo(
    id = "compose/build-file-incomplete",
    title = "Build file misses or repeats buildable services",
    severity = Severity.WARNING,
    category = Category.MAINTAINABILITY,
    confidence = Confidence.MEDIUM,
    fix = Safety.UNSAFE,
    fixOrder = -1)
public final class BuildFileIncomplete extends ComposeRule {

  private static final Anchor SERVICES = Anchor.FILE.child("services");

  @Override
  public void file(ComposeFile file, RuleContext context) {
    if (!BuildOnly.isBuildFile(file.name())) {
      return;
    }
    Optional<WrittenServices> written = WrittenServices.of(file);
    Optional<ComposeSet> standard =
        written.isEmpty() ? Optional.empty() : context.compose().files().standardBeside(file);
    Optional<ComposeFile> runtime =
        standard.isEmpty()
            ? Optional.empty()
            : context.compose().files().file(standard.get().files().get(0));
    if (written.isPresent() && standard.isPresent() && runtime.isPresent()) {
      compare(written.get(), standard.get(), runtime.get(), context);
    }
  }

  private static void compare(
      WrittenServices written, ComposeSet standard, ComposeFile runtime, RuleContext context) {
    Set<String> missing = new LinkedHashSet<>();
    for (ComposeService service : standard.services()) {
      Optional<Slice> build = service.keySlice("build");
      if (build.isPresent() && build.get().place().file().equals(runtime.name())) {
        Optional<Entry> own = build(written, service.name());
        if (own.isEmpty()) {
          missing.add(service.name());
        } else if (saysContext(own.get())) {
          context.report(
              Finding.at(
                      SERVICES.child(service.name()).child("build"),
                      own.get().key().slice(),
                      "%s builds service %s, too: keep one of the two",
                      runtime.name(),
                      service.name())
                  .related(build.get(), "the other build"));
        }
      }
    }
    if (!missing.isEmpty() && isSeparate(written, standard) && !isProduction(runtime, context)) {
      reportMissing(missing, written, runtime, standard, context);
    }
  }

  private static void reportMissing(
      Set<String> missing,
      WrittenServices written,
      ComposeFile runtime,
      ComposeSet standard,
      RuleContext context) {
    Finding finding =
        Finding.at(
            SERVICES,
            written.section().key().slice(),
            "not all builds are here: %s still builds %s",
            runtime.name(),
            String.join(" and ", missing));
    Optional<ComposeSet> plain =
        standard.files().size() == 1
            ? Optional.of(standard)
            : context.compose().files().beneath(standard, standard.files().get(1));
    Optional<Fix> fix =
        plain.isEmpty() ? Optional.empty() : Separation.ofBuilds(plain.get(), missing, context);
    context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
  }

  private static Optional<Entry> build(WrittenServices written, String service) {
    Optional<Mapping> body = written.body(service);
    return body.isEmpty() ? Optional.empty() : WrittenServices.entry(body.get(), "build");
  }

  /** Whether a build stands for itself, and adds no more than a detail to another. */
  private static boolean saysContext(Entry build) {
    return build.value() instanceof YamlNode.Scalar
        || (build.value() instanceof Mapping mapping
            && (mapping.find("context").isPresent()
                || mapping.find("dockerfile_inline").isPresent()));
  }

  /** Whether some service is built here, and is no more than run by the file beside it. */
  private static boolean isSeparate(WrittenServices written, ComposeSet standard) {
    for (ComposeService service : standard.services()) {
      Optional<Entry> build = build(written, service.name());
      if (!service.has("build") && build.isPresent() && saysContext(build.get())) {
        return true;
      }
    }
    return false;
  }

  /** Whether the builds of the file are the matter of another rule. */
  private static boolean isProduction(ComposeFile runtime, RuleContext context) {
    for (ComposeSet set : context.compose().composeSets(runtime)) {
      if (set.role() == ComposeRole.PRODUCTION) {
        return true;
      }
    }
    return false;
  }
}
