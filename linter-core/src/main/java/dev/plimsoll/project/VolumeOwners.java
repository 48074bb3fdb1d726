package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.MountUse;
import dev.plimsoll.model.compose.ServiceMount;
import dev.plimsoll.text.Digits;
import dev.plimsoll.text.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells whose the folder is that a mount brings into a container, when it is new. Sources: moby,
 * {@code daemon/container}, copyExistingContents: an empty volume takes the content, the owner and
 * the mode of the image's folder; {@code volume/local}: a new volume is root's, of mode 0755; runc,
 * {@code libcontainer/rootfs_linux.go}: a tmpfs without a mode takes that of the image's folder;
 * compose-spec, volumes: the short form makes a missing path of the host, as the engine does for
 * root.
 */
final class VolumeOwners {

  /** Of one volume: each is compared with all others. */
  private static final int MOST_USES = 50;

  private final Project project;
  private final Inquiry inquiry;
  private final ComposeSet set;

  VolumeOwners(Project project, Inquiry inquiry, ComposeSet set) {
    this.project = project;
    this.inquiry = inquiry;
    this.set = set;
  }

  /** The folder of an image, before anything is mounted. */
  Answer<Ownership> inImage(ComposeService service, String path) {
    Answer<ServiceImage> image = new ServiceImages(project, inquiry, set).find(service);
    return image instanceof Answer.Known<ServiceImage> known
        ? ImageFolder.find(project, inquiry, known.value(), path)
        : new Answer.Unknown<>(((Answer.Unknown<ServiceImage>) image).reason());
  }

  Answer<Ownership> find(ComposeService service, ServiceMount mount) {
    return switch (mount.kind()) {
      case VOLUME -> volume(service, mount);
      case TMPFS -> tmpfs(service, mount);
      case BIND -> bind(mount);
      case CONFIG, SECRET, OTHER -> new Answer.Unknown<>("it is no folder that the image shapes");
    };
  }

  private Answer<Ownership> volume(ComposeService service, ServiceMount mount) {
    if (mount.source().isEmpty()) {
      return one(new MountUse(service, mount));
    }
    Optional<String> name = mount.volume();
    if (name.isEmpty()) {
      return new Answer.Unknown<>("a variable names the volume");
    }
    Member member = set.section("volumes").get(name.get());
    if (member != null && member.value() instanceof Table table) {
      if (flag(table, "external")) {
        return new Answer.Unknown<>("the volume is made elsewhere");
      }
      Optional<ComposeNode> driver = table.find("driver");
      boolean local = driver.isEmpty() || !isOther(driver.get());
      if (!local || table.find("driver_opts").isPresent()) {
        return new Answer.Unknown<>("the driver of the volume decides");
      }
    }
    return shared(set.usesOf(name.get()));
  }

  private static boolean flag(Table table, String key) {
    Optional<ComposeNode> node = table.find(key);
    return node.isPresent() && node.get() instanceof Scalar scalar && scalar.text().equals("true");
  }

  private static boolean isOther(ComposeNode driver) {
    return driver instanceof Scalar scalar
        && !scalar.text().isEmpty()
        && !scalar.text().equals("local");
  }

  /** What one container makes of an empty volume. */
  private Answer<Ownership> one(MountUse use) {
    Optional<Scalar> nocopy = use.mount().option("volume", "nocopy");
    if (nocopy.isPresent() && nocopy.get().text().equals("true")) {
      return new Answer.Known<>(Ownership.MADE_FOR_MOUNT, List.of(nocopy.get().slice().place()));
    }
    if (use.mount().option("volume", "subpath").isPresent()) {
      return new Answer.Unknown<>("only a part of the volume is mounted");
    }
    Optional<String> target = use.mount().target().known();
    return target.isEmpty()
        ? new Answer.Unknown<>("a variable names where it is mounted")
        : inImage(use.service(), target.get());
  }

  /** What the containers that may be the first make of an empty volume, where they agree. */
  private Answer<Ownership> shared(List<MountUse> uses) {
    if (uses.size() > MOST_USES) {
      return new Answer.Unknown<>("too many services share the volume");
    }
    Optional<Ownership> agreed = Optional.empty();
    List<Place> because = new ArrayList<>();
    for (MountUse use : uses) {
      if (!isLater(use, uses)) {
        Answer<Ownership> answer = one(use);
        if (!(answer instanceof Answer.Known<Ownership> known)) {
          return answer;
        }
        because.add(use.mount().slice().place());
        because.addAll(known.because());
        if (agreed.isPresent() && !isSame(agreed.get(), known.value())) {
          return new Answer.Unknown<>("the service that is started first decides");
        }
        agreed = agreed.isPresent() ? agreed : Optional.of(known.value());
      }
    }
    return agreed.isPresent()
        ? new Answer.Known<>(agreed.get(), because)
        : new Answer.Unknown<>("no service is started first");
  }

  private static boolean isSame(Ownership one, Ownership other) {
    return one.owner().equals(other.owner()) && one.mode().equals(other.mode());
  }

  /** Whether another user of the volume is surely started before it. */
  private boolean isLater(MountUse use, List<MountUse> uses) {
    for (MountUse other : uses) {
      if (!other.service().name().equals(use.service().name())
          && waitsFor(use.service(), other.service().name())) {
        return true;
      }
    }
    return false;
  }

  private boolean waitsFor(ComposeService service, String name) {
    Set<String> seen = new HashSet<>();
    Deque<ComposeService> open = new ArrayDeque<>(List.of(service));
    while (!open.isEmpty()) {
      for (String other : open.remove().members("depends_on").keySet()) {
        if (other.equals(name)) {
          return true;
        }
        Optional<ComposeService> next = set.service(other);
        if (next.isPresent() && seen.add(other)) {
          open.add(next.get());
        }
      }
    }
    return false;
  }

  /** A path of the host that is not there is made for root, where the mount allows that. */
  private Answer<Ownership> bind(ServiceMount mount) {
    Optional<Scalar> made = mount.option("bind", "create_host_path");
    Optional<String> source =
        mount.source().isPresent() ? mount.source().get().fixed() : Optional.empty();
    if (source.isEmpty() || made.isEmpty() || !made.get().text().equals("true")) {
      return new Answer.Unknown<>("the host decides");
    }
    Answer<PathKind> kind =
        new ComposePaths(project.workspace(), inquiry, project.compose().commands())
            .find(set.folder(), source.get());
    return kind instanceof Answer.Known<PathKind> known && known.value() == PathKind.ABSENT
        ? new Answer.Known<>(Ownership.MADE_FOR_MOUNT, List.of(mount.slice().place()))
        : new Answer.Unknown<>("the host decides");
  }

  private Answer<Ownership> tmpfs(ComposeService service, ServiceMount mount) {
    Place place = mount.slice().place();
    Optional<Integer> uid = number(mount, "uid");
    Optional<Integer> gid = number(mount, "gid");
    ServiceUser owner =
        uid.isEmpty() && gid.isEmpty()
            ? ServiceUser.ROOT
            : new ServiceUser(
                Optional.empty(), Optional.of(uid.orElse(0)), Optional.of(gid.orElse(0)));
    Optional<Scalar> mode = mount.option("tmpfs", "mode");
    if (mode.isPresent()) {
      boolean decimal = mode.get().type() == ComposeNode.Type.INTEGER;
      Optional<Integer> bits = decimal ? number(mount, "mode") : RunFolders.bits(mode.get().text());
      return new Answer.Known<>(new Ownership(owner, bits, true), List.of(place));
    }
    Optional<String> target = mount.target().known();
    Answer<Ownership> image =
        target.isEmpty()
            ? new Answer.Unknown<>("a variable names where it is mounted")
            : inImage(service, target.get());
    if (!(image instanceof Answer.Known<Ownership> known)) {
      return new Answer.Known<>(new Ownership(owner, Optional.empty(), true), List.of(place));
    }
    List<Place> because = new ArrayList<>(List.of(place));
    because.addAll(known.because());
    Optional<Integer> bits = known.value().isInImage() ? known.value().mode() : Optional.of(01777);
    return new Answer.Known<>(new Ownership(owner, bits, known.value().isInImage()), because);
  }

  private static Optional<Integer> number(ServiceMount mount, String option) {
    Optional<Scalar> given = mount.option("tmpfs", option);
    return given.isEmpty() ? Optional.empty() : Digits.number(given.get().text());
  }
}
