package dev.plimsoll.rules.dockerfile.cache;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.PackageManager;
import dev.plimsoll.model.dockerfile.CacheUse;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Without a cache mount each change of a layer fetches and compiles everything anew. */
@RuleInfo(
    id = "dockerfile/cache-mount-missing",
    title = "Download or compile cache is lost at each build",
    severity = Severity.INFO,
    category = Category.PERFORMANCE,
    fix = Safety.UNSAFE,
    aliases = {
      "tally:prefer-package-cache-mounts",
      "tally:js/node-gyp-cache-mounts",
      "tally:ruby/prefer-bundler-cache-mount"
    },
    options = CacheMountMissing.Options.class)
public final class CacheMountMissing extends DockerfileRule {

  /** What the rule can be told. */
  public record Options(
      @Option(
              help =
                  "package managers to look at, by the name of a program; all where none is named")
          List<String> managers) {}

  @Override
  public void file(DockerfileModel file, RuleContext context) {
    CacheContent content = new CacheContent(file);
    for (Stage stage : file.stages()) {
      for (Step step : stage.steps()) {
        if (step instanceof Run run) {
          check(file, content, CacheUse.of(stage, run), context);
        }
      }
    }
  }

  private static void check(
      DockerfileModel file, CacheContent content, List<CacheUse> uses, RuleContext context) {
    if (uses.isEmpty()) {
      return;
    }
    List<String> managers = context.options(Options.class).managers();
    Map<String, List<String>> missing = new HashMap<>();
    List<CacheUse> lacking = new ArrayList<>();
    for (CacheUse use : uses) {
      if (use.hasNetwork() && !use.mayBeMounted() && isWanted(use, managers)) {
        String family = use.manager().family();
        List<String> folders = missing.get(family);
        if (folders == null) {
          folders = new ArrayList<>();
          missing.put(family, folders);
          lacking.add(use);
        }
        for (String folder : use.unmounted()) {
          if (!folders.contains(folder)) {
            folders.add(folder);
          }
        }
      }
    }
    for (CacheUse use : lacking) {
      if (!content.isUsedOffline(use.manager().family())) {
        List<String> folders = missing.getOrDefault(use.manager().family(), List.of());
        Optional<Fix> fix = new CacheMountFix(file, content, use, folders).find();
        report(use, folders, fix, context);
      }
    }
  }

  private static boolean isWanted(CacheUse use, List<String> managers) {
    if (managers.isEmpty()) {
      return true;
    }
    for (String name : managers) {
      Optional<PackageManager> manager = PackageManager.of(name);
      if (manager.isPresent() && manager.get().family().equals(use.manager().family())) {
        return true;
      }
    }
    return false;
  }

  /** Whether an option or a variable says where the cache lies, in a way that is not known. */
  private static boolean isMoved(CacheUse use) {
    boolean moved = use.call().invocation().option("cache").isPresent();
    for (String variable : use.manager().variables()) {
      moved |= use.run().before().setVariable(variable, use.run().run().keyword()).isPresent();
      moved |= use.run().script().slice().text().contains(variable + "=");
    }
    return moved;
  }

  private static void report(
      CacheUse use, List<String> folders, Optional<Fix> fix, RuleContext context) {
    List<String> shown = folders.isEmpty() && !isMoved(use) ? use.manager().userCaches() : folders;
    String place = shown.isEmpty() ? "" : " at " + String.join(" and ", shown);
    Command command = use.call().invocation().command();
    Finding finding =
        Finding.at(
            command.anchor(),
            command.name().slice(),
            "%s starts from an empty cache at each build: mount one%s",
            command.name().slice(),
            place);
    context.report(fix.isEmpty() ? finding : finding.withFix(fix.get()));
  }
}
