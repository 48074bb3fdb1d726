package dev.plimsoll.project.map;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.HostUse;
import dev.plimsoll.model.compose.ServiceMount;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.ComposeView;
import dev.plimsoll.project.ConnectionLimit;
import dev.plimsoll.project.Connections;
import dev.plimsoll.project.Ownership;
import dev.plimsoll.project.Peers;
import dev.plimsoll.project.ServiceImage;
import dev.plimsoll.project.ServiceUser;
import dev.plimsoll.project.map.ProjectMap.Fact;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Draws one service. */
final class ServiceMapper {

  private final ComposeView view;
  private final ComposeSet set;
  private final ComposeService service;

  ServiceMapper(ComposeView view, ComposeSet set, ComposeService service) {
    this.view = view;
    this.set = set;
    this.service = service;
  }

  ProjectMap.Service draw(Answer<ServiceImage> image) {
    return new ProjectMap.Service(
        service.name(),
        ProjectMapper.spot(service.key()),
        service.profiles(),
        image(image),
        user(view.user(set, service)),
        user(view.writesAs(set, service)),
        starts(),
        connections(),
        List.copyOf(view.network().networks(set, service)),
        mounts(),
        after(),
        hosts());
  }

  private ProjectMap.Image image(Answer<ServiceImage> answer) {
    Optional<Scalar> written = service.scalar("image");
    String name = written.isEmpty() ? "" : shown(written.get());
    if (answer instanceof Answer.Unknown<ServiceImage> unknown) {
      return new ProjectMap.Image(name, Optional.empty(), Fact.unknown(unknown.reason()));
    }
    ServiceImage image = ((Answer.Known<ServiceImage>) answer).value();
    Optional<ProjectMap.Build> build =
        image instanceof ServiceImage.Built built ? Optional.of(build(built)) : Optional.empty();
    return new ProjectMap.Image(name, build, base(image.root()));
  }

  /** What Compose makes of it, where that is sure or by defaults; else as it is written. */
  private static String shown(Scalar scalar) {
    String written = Shown.unquoted(scalar.slice().text());
    return Shown.of(scalar.slice(), scalar.known().orElse(written));
  }

  private static ProjectMap.Build build(ServiceImage.Built built) {
    return new ProjectMap.Build(
        built.file().name(),
        built.context(),
        built.stage().name().orElse(""),
        built.stage().index());
  }

  private static Fact base(Answer<ServiceImage> root) {
    if (root instanceof Answer.Unknown<ServiceImage> unknown) {
      return Fact.unknown(unknown.reason());
    }
    ServiceImage image = ((Answer.Known<ServiceImage>) root).value();
    if (!(image instanceof ServiceImage.Pulled pulled)) {
      return Fact.of("scratch");
    }
    return pulled.name().alternatives().get(0) instanceof Value.Known known
        ? Fact.of(Shown.of(known.origin(), known.text()))
        : Fact.unknown("a variable names the image");
  }

  private Fact starts() {
    Answer<List<Command>> answer = view.starts(set, service);
    if (answer instanceof Answer.Unknown<List<Command>> unknown) {
      return Fact.unknown(unknown.reason());
    }
    List<String> programs = new ArrayList<>();
    for (Command command : ((Answer.Known<List<Command>>) answer).value()) {
      boolean isOption = command.name().slice().text().startsWith("-"); // the image has the program
      if (!isOption && !programs.contains(command.program())) {
        programs.add(command.program());
      }
    }
    return programs.isEmpty()
        ? Fact.unknown("what it starts is known to its image alone")
        : Fact.of(String.join(", ", programs));
  }

  private Fact connections() {
    if (view.connectionLimit(set, service) instanceof Answer.Known<ConnectionLimit> limit) {
      return Fact.of("accepts " + limit.value().usable() + " of " + limit.value().most());
    }
    if (!(view.connections(set, service) instanceof Answer.Known<Connections> known)) {
      return Fact.of("");
    }
    Connections all = known.value();
    return Fact.of(
        String.format(
            Locale.ROOT,
            "opens %d: %d × %d × (%d + %d), replicas × processes × (pool + overflow)",
            all.most(),
            all.replicas().count(),
            all.processes().count(),
            all.pool().count(),
            all.overflow().count()));
  }

  private static Fact user(Answer<ServiceUser> answer) {
    return answer instanceof Answer.Known<ServiceUser> known
        ? Fact.of(known.value().toString())
        : Fact.unknown(((Answer.Unknown<ServiceUser>) answer).reason());
  }

  private static Fact owner(Answer<Ownership> answer) {
    if (answer instanceof Answer.Unknown<Ownership> unknown) {
      return Fact.unknown(unknown.reason());
    }
    Ownership owner = ((Answer.Known<Ownership>) answer).value();
    String mode = owner.mode().isPresent() ? String.format(", mode %04o", owner.mode().get()) : "";
    return Fact.of(owner.owner() + mode);
  }

  private List<ProjectMap.Mount> mounts() {
    List<ProjectMap.Mount> mounts = new ArrayList<>();
    for (ServiceMount mount : view.mounts(set, service)) {
      String source = mount.source().isPresent() ? source(mount, mount.source().get()) : "";
      mounts.add(
          new ProjectMap.Mount(
              mount.kind().name().toLowerCase(Locale.ROOT),
              source,
              Shown.of(mount.target().slice(), mount.target().text()),
              mount.readOnly(),
              owner(view.mountOwner(set, service, mount))));
    }
    return mounts;
  }

  /** A short form as written has the target behind it. */
  private static String source(ServiceMount mount, Scalar source) {
    String shown = shown(source);
    int target = shown.indexOf(":" + mount.target().text());
    return source.known().isEmpty() && target > 0 ? shown.substring(0, target) : shown;
  }

  private static String text(Table table, String key) {
    Optional<ComposeNode> value = table.find(key);
    return value.isPresent() && value.get() instanceof Scalar scalar ? scalar.text() : "";
  }

  private List<ProjectMap.Dependency> after() {
    List<ProjectMap.Dependency> after = new ArrayList<>();
    for (Map.Entry<String, Member> entry : service.members("depends_on").entrySet()) {
      String condition =
          entry.getValue().value() instanceof Table table ? text(table, "condition") : "";
      after.add(
          new ProjectMap.Dependency(
              entry.getKey(), condition.isEmpty() ? "service_started" : condition));
    }
    return after;
  }

  private List<ProjectMap.Host> hosts() {
    List<ProjectMap.Host> hosts = new ArrayList<>();
    for (HostUse use : view.network().hosts(set, service)) {
      if (Shown.takesSecret(use.host().slice())) {
        continue; // it may be a part of the secret
      }
      Answer<Peers> answer = view.network().peers(set, service, use.host().text());
      Peers peers =
          answer instanceof Answer.Known<Peers> known
              ? known.value()
              : new Peers(List.of(), List.of());
      hosts.add(
          new ProjectMap.Host(
              Shown.of(use.host().slice(), use.host().text()),
              use.port(),
              use.variable(),
              ProjectMapper.spot(use.host().slice()),
              peers.answering(),
              peers.apart(),
              answer instanceof Answer.Unknown<Peers> unknown ? unknown.reason() : ""));
    }
    return hosts;
  }
}
