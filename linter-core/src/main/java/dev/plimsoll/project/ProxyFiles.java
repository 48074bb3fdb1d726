package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.ServiceMount;
import dev.plimsoll.parse.small.NginxReader;
import dev.plimsoll.parse.small.ProxyLineReader;
import dev.plimsoll.parse.small.tree.ProxyFile;
import dev.plimsoll.parse.small.tree.ProxyFile.Target;
import dev.plimsoll.source.WorkspacePaths;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The configurations of proxies that are mounted into a service or copied into its image. */
final class ProxyFiles {

  private static final String NGINX = "/etc/nginx";
  private static final String TRAEFIK = "/etc/traefik";

  /** What nginx's own files take in, and nothing of it sends requests on. */
  private static final List<String> HARMLESS =
      List.of("mime.types", "fastcgi_params", "fastcgi.conf", "uwsgi_params", "scgi_params");

  /** Where images are given one. */
  private static final List<String> COPIED =
      List.of(
          NGINX + "/nginx.conf",
          NGINX + "/conf.d/default.conf",
          NGINX + "/conf.d/nginx.conf",
          NGINX + "/conf.d/app.conf",
          NGINX + "/sites-enabled/default",
          "/etc/caddy/Caddyfile",
          "/usr/local/etc/haproxy/haproxy.cfg");

  private final Project project;
  private final Inquiry inquiry;
  private final SetFiles files;
  private final List<ProxyFile> found = new ArrayList<>();

  ProxyFiles(Project project, Inquiry inquiry) {
    this.project = project;
    this.inquiry = inquiry;
    this.files = project.compose().files(inquiry);
  }

  /** Where they send requests: names of groups are left out, and what an unseen file may define. */
  List<Target> of(ComposeSet set, ComposeService service, ProjectView view) {
    for (ServiceMount mount : set.mounts(service)) {
      Optional<String> target = mount.target().fixed();
      if (target.isPresent() && isOfProxy(target.get())) {
        mounted(set, mount, target.get());
      }
    }
    if (view.compose().image(set, service) instanceof Answer.Known<ServiceImage> image
        && image.value() instanceof ServiceImage.Built built) {
      for (String path : COPIED) {
        if (view.copiedFile(built.file(), built.stage(), path)
                instanceof Answer.Known<Optional<SourceText>> text
            && text.value().isPresent()) {
          add(text.value().get(), path);
        }
      }
    }
    return targets();
  }

  /**
   * Whether no Compose file before this one, beside it or beside the other, begins a set that reads
   * the other.
   */
  boolean isFirst(ComposeFile file, String other, ProjectView view) {
    ComposeSets sets = new ComposeSets(project.compose(), inquiry);
    for (ComposeFile each : sets.before(file, other)) {
      for (ComposeSet set : sets.of(each)) {
        boolean isOwn = set.files().get(0).equals(each.name());
        for (ComposeService service : isOwn ? set.services() : List.<ComposeService>of()) {
          for (Target target : new ProxyFiles(project, inquiry).of(set, service, view)) {
            if (target.host().place().file().equals(other)) {
              return false;
            }
          }
        }
      }
    }
    return true;
  }

  private static boolean isOfProxy(String target) {
    return target.startsWith(NGINX)
        || target.startsWith("/etc/caddy")
        || target.startsWith("/usr/local/etc/haproxy")
        || target.startsWith(TRAEFIK);
  }

  private void mounted(ComposeSet set, ServiceMount mount, String target) {
    Optional<String> source =
        mount.source().isEmpty() ? Optional.empty() : mount.source().get().fixed();
    if (mount.kind() == ServiceMount.Kind.CONFIG && source.isPresent()) {
      source = configFile(set, source.get());
    } else if (mount.kind() != ServiceMount.Kind.BIND) {
      return;
    }
    Optional<String> name =
        source.isEmpty() ? source : WorkspacePaths.resolve(set.folder(), source.get());
    if (name.isEmpty()) {
      return;
    }
    if (!files.isFolder(name.get())) {
      addFile(name.get(), target);
      return;
    }
    try {
      for (String entry : project.workspace().list(name.get())) {
        addFile(WorkspacePaths.below(name.get(), entry), target + '/' + entry);
      }
    } catch (IOException e) {
      inquiry.lackedContext();
    }
  }

  private static Optional<String> configFile(ComposeSet set, String name) {
    Member member = set.section("configs").get(name);
    Optional<ComposeNode> file =
        member != null && member.value() instanceof Table table
            ? table.find("file")
            : Optional.empty();
    return file.isPresent() && file.get() instanceof Scalar path ? path.fixed() : Optional.empty();
  }

  private void addFile(String name, String target) {
    Optional<SourceText> text = files.text(name);
    if (text.isPresent()) {
      add(text.get(), target);
    }
  }

  private void add(SourceText text, String target) {
    if (target.startsWith(NGINX)) {
      if (target.endsWith(".conf") || target.endsWith(".template") || target.contains("/sites-")) {
        found.add(NginxReader.read(text));
      }
    } else if (target.startsWith(TRAEFIK)) {
      if (target.endsWith(".yml") || target.endsWith(".yaml")) {
        found.add(ProxyLineReader.traefik(text));
      }
    } else if (target.endsWith("/Caddyfile")) {
      found.add(ProxyLineReader.caddy(text));
    } else if (target.endsWith(".cfg")) {
      found.add(ProxyLineReader.haproxy(text));
    }
  }

  private List<Target> targets() {
    Set<String> names = new HashSet<>();
    boolean isWhole = true;
    for (ProxyFile file : found) {
      names.addAll(file.names());
      for (String include : file.includes()) {
        isWhole &= isSeen(include);
      }
    }
    List<Target> targets = new ArrayList<>();
    Set<Slice> seen = new HashSet<>();
    for (ProxyFile file : found) {
      for (Target target : file.targets()) {
        boolean isName = !target.isMember() && names.contains(target.host().text());
        if (!isName && (isWhole || target.port().isPresent()) && seen.add(target.host())) {
          targets.add(target);
        }
      }
    }
    return targets;
  }

  /** Whether it can bring no group of targets: a file of the image, or one of those read here. */
  private static boolean isSeen(String include) {
    String base = include.substring(include.lastIndexOf('/') + 1);
    return HARMLESS.contains(base) || include.endsWith("conf.d/*.conf");
  }
}
