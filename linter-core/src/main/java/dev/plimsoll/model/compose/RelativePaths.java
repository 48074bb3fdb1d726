package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Paths of a file in another folder, as seen from the project's: what {@code extends} and {@code
 * include} bring in. Source: compose-go 2.16, package paths.
 */
final class RelativePaths extends NodePass {

  private enum Kind {
    PATH,
    CONTEXT,
    MOUNT,
    VOLUME
  }

  private static final PathTable<Kind> PATHS = new PathTable<>();

  private static final List<String> ADDRESSES =
      List.of("https://", "http://", "git://", "ssh://", "github.com/", "git@", "service:");

  static {
    for (String service : List.of("services.*.", "jobs.*.")) {
      PATHS.put(service + "build.context", Kind.CONTEXT);
      PATHS.put(service + "build.additional_contexts.*", Kind.CONTEXT);
      PATHS.put(service + "build.ssh.*", Kind.PATH);
      PATHS.put(service + "env_file.*.path", Kind.PATH);
      PATHS.put(service + "label_file.*", Kind.PATH);
      PATHS.put(service + "extends.file", Kind.PATH);
      PATHS.put(service + "develop.watch.*.path", Kind.PATH);
      PATHS.put(service + "volumes.*", Kind.MOUNT);
    }
    PATHS.put("services.*.pre_start.*.env_file.*.path", Kind.PATH);
    PATHS.put("services.*.pre_start.*.label_file.*", Kind.PATH);
    PATHS.put("services.*.pre_start.*.volumes.*", Kind.MOUNT);
    PATHS.put("configs.*.file", Kind.PATH);
    PATHS.put("secrets.*.file", Kind.PATH);
    PATHS.put("volumes.*", Kind.VOLUME);
  }

  private final String folder;

  /**
   * For the paths of a file.
   *
   * @param folder its own, as seen from the project's; empty where they are one
   */
  RelativePaths(String folder) {
    this.folder = folder;
  }

  @Override
  Optional<ComposeNode> replace(ComposeNode node, ComposePath path) {
    Optional<Kind> kind = PATHS.find(path);
    return kind.isEmpty() ? Optional.empty() : Optional.of(rebased(kind.get(), node));
  }

  private ComposeNode rebased(Kind kind, ComposeNode node) {
    if (node instanceof Scalar scalar) {
      boolean stays = kind == Kind.CONTEXT && isElsewhere(scalar.text());
      return stays ? node : path(scalar);
    }
    if (!(node instanceof Table table)) {
      return node;
    }
    boolean bind = Scalars.text(table.find("type")).orElse("").equals("bind");
    if (kind == Kind.MOUNT && bind) {
      return with(table, "source");
    }
    if (kind == Kind.VOLUME
        && Scalars.text(table.find("driver")).orElse("").equals("local")
        && table.find("driver_opts").isPresent()
        && table.find("driver_opts").get() instanceof Table options
        && Scalars.text(options.find("o")).orElse("").equals("bind")) {
      Map<String, Member> members = new LinkedHashMap<>(table.members());
      members.put("driver_opts", new Member(options.slice(), with(options, "device")));
      return new Table(table.slice(), members);
    }
    return node;
  }

  private Table with(Table table, String key) {
    Map<String, Member> members = new LinkedHashMap<>(table.members());
    Member member = members.get(key);
    if (member != null && member.value() instanceof Scalar scalar) {
      members.put(key, new Member(member.key(), path(scalar)));
    }
    return new Table(table.slice(), members);
  }

  private static boolean isElsewhere(String context) {
    for (String start : ADDRESSES) {
      if (context.startsWith(start)) {
        return true;
      }
    }
    return context.contains("://");
  }

  private Scalar path(Scalar scalar) {
    String text = scalar.text();
    boolean whole =
        text.isEmpty()
            || text.startsWith("/")
            || text.startsWith("~")
            || (text.length() > 1 && text.charAt(1) == ':')
            || text.startsWith("\\\\");
    return whole
        ? scalar
        : new Scalar(scalar.slice(), Paths.join(folder, text), scalar.type(), scalar.value());
  }
}
