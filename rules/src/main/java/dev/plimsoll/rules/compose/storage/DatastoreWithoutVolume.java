package dev.plimsoll.rules.compose.storage;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeRole;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.ServiceMount;
import dev.plimsoll.model.image.BackingImage;
import dev.plimsoll.model.image.BackingImages;
import dev.plimsoll.model.image.ImageReference;
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
import dev.plimsoll.text.CleanPath;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;

/** What lies in a container's own volume is out of sight once another container takes its place. */
@RuleInfo(
    id = "compose/datastore-without-volume",
    title = "Datastore keeps its data in no named volume",
    severity = Severity.WARNING,
    category = Category.RELIABILITY,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE)
public final class DatastoreWithoutVolume extends ComposeRule {

  /** Of distribution's image. */
  private static final List<String> REGISTRY = List.of("/var/lib/registry");

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    Optional<Slice> key = service.keySlice(service.has("image") ? "image" : "build");
    if (key.isEmpty()
        || !key.get().place().file().equals(file.name())
        || isShortLived(set.role())
        || !set.isWhole()
        || !(context.compose().image(set, service) instanceof Answer.Known<ServiceImage> image)
        || !(image.value().root() instanceof Answer.Known<ServiceImage> root)
        || !(root.value() instanceof ServiceImage.Pulled pulled)) {
      return;
    }
    List<String> folders = folders(pulled.reference());
    if (folders.isEmpty()) {
      return;
    }
    Optional<BackingImage> backing = BackingImages.find(pulled.reference());
    Optional<String> setting = backing.isEmpty() ? Optional.empty() : backing.get().setting();
    if (setting.isEmpty()) {
      check(folders, service, set, file, context);
    } else if (image.value() instanceof ServiceImage.Pulled) {
      checkSetting(setting.get(), folders.get(0), service, set, file, context);
    }
  }

  /** Of an image that keeps its data in a folder only if a variable names it. */
  private static void checkSetting(
      String setting,
      String folder,
      ComposeService service,
      ComposeSet set,
      ComposeFile file,
      RuleContext context) {
    Scalar value = context.compose().environment(set, service).get(setting);
    if (value != null) {
      Optional<String> known = value.fixed();
      if (known.isPresent() && known.get().startsWith("/") && known.get().indexOf(',') < 0) {
        check(List.of(CleanPath.of(known.get())), service, set, file, context);
      }
    } else if (!service.has("command")
        && !service.has("entrypoint")
        && !mountsSettings(set, service)
        && !isKeptInAnotherSet(List.of(folder), service, file, context)) {
      context.report(
          Finding.at(
              service.anchor(),
              service.key(),
              "%s keeps its data for as long as the container lasts: set %s to %s, with a named"
                  + " volume there",
              service.name(),
              setting,
              folder));
    }
  }

  /** Whether a file is mounted, or a folder that may hold one: it may say where the data lies. */
  private static boolean mountsSettings(ComposeSet set, ComposeService service) {
    for (ServiceMount mount : set.mounts(service)) {
      if (mount.kind() != ServiceMount.Kind.VOLUME) {
        return true;
      }
    }
    return false;
  }

  private static boolean isShortLived(ComposeRole role) {
    return role == ComposeRole.TEST || role == ComposeRole.BUILD;
  }

  /** Where it keeps what nobody can make again. */
  private static List<String> folders(ImageReference reference) {
    if (reference.familiarName().equals("registry")) {
      return REGISTRY;
    }
    Optional<BackingImage> image = BackingImages.find(reference);
    if (image.isEmpty()) {
      return List.of();
    }
    return switch (image.get().kind()) {
      case DATABASE, BROKER, SEARCH, OBJECT_STORE -> image.get().folders();
      case KEY_VALUE, CACHE, COORDINATOR, POOLER, ADMIN -> List.of();
    };
  }

  private static void check(
      List<String> folders,
      ComposeService service,
      ComposeSet set,
      ComposeFile file,
      RuleContext context) {
    Optional<ServiceMount> nameless = Optional.empty();
    for (ServiceMount mount : set.mounts(service)) {
      if (isAt(mount, folders) || isNamedElsewhere(mount, service, set, context)) {
        if (mount.kind() != ServiceMount.Kind.VOLUME || mount.source().isPresent()) {
          return;
        }
        nameless = Optional.of(mount);
      }
    }
    if (!isKeptInAnotherSet(folders, service, file, context)) {
      report(nameless, folders.get(0), service, set, file, context);
    }
  }

  private static boolean isAt(ServiceMount mount, List<String> folders) {
    String target = mount.target().text();
    for (String folder : folders) {
      if (target.equals(folder)
          || folder.startsWith(target.equals("/") ? "/" : target + "/")
          || (target.startsWith(folder + "/") && target.lastIndexOf('.') < 0)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a variable or the command line names what is mounted, so that its data lies there. */
  private static boolean isNamedElsewhere(
      ServiceMount mount, ComposeService service, ComposeSet set, RuleContext context) {
    String target = mount.target().text();
    for (Scalar value : context.compose().environment(set, service).values()) {
      if (value.text().equals(target) || value.text().startsWith(target + "/")) {
        return true;
      }
    }
    Optional<ComposeNode> command = service.find("command");
    return command.isPresent()
        && mount.kind() != ServiceMount.Kind.CONFIG
        && mount.kind() != ServiceMount.Kind.SECRET
        && command.get().slice().text().contains(target)
        && target.lastIndexOf('.') < 0;
  }

  private static boolean isKeptInAnotherSet(
      List<String> folders, ComposeService service, ComposeFile file, RuleContext context) {
    for (ComposeSet other : context.compose().composeSets(file)) {
      Optional<ComposeService> there = other.service(service.name());
      if (there.isPresent()) {
        for (ServiceMount mount : other.mounts(there.get())) {
          if (isAt(mount, folders) && mount.source().isPresent()) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static void report(
      Optional<ServiceMount> nameless,
      String folder,
      ComposeService service,
      ComposeSet set,
      ComposeFile file,
      RuleContext context) {
    NamedVolumeFix volume = new NamedVolumeFix(service, set, file, "data");
    Finding finding;
    Optional<Fix> fix;
    if (nameless.isPresent()) {
      finding =
          Finding.at(
              service.anchor("volumes"),
              nameless.get().target().slice(),
              "the data of %s lies in a volume without a name, which the next container does not"
                  + " find",
              service.name());
      fix = volume.replacing(nameless.get());
    } else {
      finding =
          Finding.at(
              service.anchor(),
              service.key(),
              "no named volume keeps the data of %s: mount one at %s",
              service.name(),
              folder);
      fix = volume.adding(folder);
    }
    context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
  }
}
