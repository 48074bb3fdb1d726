package dev.plimsoll.rules.compose.databases;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.ServiceMount;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.model.image.BackingImage;
import dev.plimsoll.model.image.BackingImages;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.ServiceImage;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rules.compose.storage.MountRemoval;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The files of a database are for its own server: whoever else writes to them breaks them. */
@RuleInfo(
    id = "compose/database-path-in-other-service",
    title = "Database directory is mounted in another service",
    severity = Severity.WARNING,
    category = Category.RELIABILITY,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE)
public final class DatabasePathInOtherService extends ComposeRule {

  /** Folders that no other program has, and words by which an image is known to have the server. */
  private static final Map<String, List<String>> FOLDERS =
      Map.of(
          "/var/lib/postgresql",
          List.of("postgres", "postgis", "pg", "timescale", "supabase", "citus", "patroni"),
          "/var/lib/mysql",
          List.of("mysql", "maria", "percona", "galera"),
          "/data/db",
          List.of("mongo", "percona", "ferret"),
          "/var/lib/cassandra",
          List.of("cassandra", "scylla", "dse"),
          "/var/lib/clickhouse",
          List.of("clickhouse"),
          "/var/opt/mssql",
          List.of("mssql", "sqlserver", "azure-sql"));

  /** They take or bring copies. */
  private static final List<String> KEEPERS =
      List.of("backup", "restore", "dump", "migrat", "init");

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    if (!service.has("volumes")) {
      return;
    }
    for (ServiceMount mount : service.mounts()) {
      Optional<String> folder = folder(mount);
      if (folder.isPresent()
          && !mount.readOnly()
          && isOther(FOLDERS.getOrDefault(folder.get(), List.of()), service, set, context)) {
        Finding finding =
            Finding.at(
                service.anchor("volumes"),
                mount.target().slice(),
                "%s is where a database keeps its files, and %s is none",
                mount.target().value(),
                service.name());
        Optional<Fix> fix = MountRemoval.of(mount, service, file);
        context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
      }
    }
  }

  private static Optional<String> folder(ServiceMount mount) {
    if (mount.kind() == ServiceMount.Kind.VOLUME || mount.kind() == ServiceMount.Kind.BIND) {
      String target = mount.target().text();
      for (String folder : FOLDERS.keySet()) {
        boolean below = target.startsWith(folder + "/") && target.lastIndexOf('.') < 0;
        if (target.equals(folder) || below) {
          return Optional.of(folder);
        }
      }
    }
    return Optional.empty();
  }

  /** Whether its image is known, and has no such server. */
  private static boolean isOther(
      List<String> words, ComposeService service, ComposeSet set, RuleContext context) {
    if (hasOne(service.name(), words)
        || hasOne(service.name(), KEEPERS)
        || !(context.compose().image(set, service) instanceof Answer.Known<ServiceImage> image)
        || !(image.value().root() instanceof Answer.Known<ServiceImage> root)
        || !(root.value() instanceof ServiceImage.Pulled pulled)) {
      return false;
    }
    String name = pulled.reference().familiarName();
    Optional<BackingImage> backing = BackingImages.find(pulled.reference());
    boolean isKnown = backing.isPresent() || pulled.known().isPresent();
    return isKnown
        && !hasOne(name, words)
        && !hasOne(name, KEEPERS)
        && (backing.isEmpty() || !hasOne(backing.get().product(), words))
        && !brings(image.value(), words);
  }

  /** Whether a build installs it. */
  private static boolean brings(ServiceImage image, List<String> words) {
    for (ServiceImage.Built built : image.builds()) {
      for (Step step : built.stage().lineage()) {
        if (step instanceof Run run) {
          for (Command command : run.script().commands()) {
            if (hasOne(command.slice().text(), words)) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }

  private static boolean hasOne(String text, List<String> words) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String word : words) {
      if (lower.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
