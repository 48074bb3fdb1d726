package dev.plimsoll.rules.shell.permissions;

import dev.plimsoll.model.dockerfile.Base;
import dev.plimsoll.model.image.BaseImage;
import dev.plimsoll.model.image.ImageReference;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A program by which a script goes on as another user. Sources: README of tianon/gosu and of
 * ncopa/su-exec; setpriv(1) of util-linux 2.33, the first to take names.
 *
 * @param installation the instructions that bring it; none where the base image has it
 */
record UserTool(Kind kind, List<String> installation) {

  private enum Kind {
    GOSU,
    SU_EXEC,
    SETPRIV
  }

  /** Releases whose util-linux is older, or lacks setpriv. */
  private static final List<String> OLD =
      List.of("wheezy", "jessie", "stretch", "precise", "trusty", "xenial", "bionic");

  UserTool {
    installation = List.copyOf(installation);
  }

  /** What the base image has, else what its package manager has; none where neither is known. */
  static Optional<UserTool> of(ServiceStage service) {
    if (!(service.stage().base().root() instanceof Base.OfImage base) || base.known().isEmpty()) {
      return Optional.empty();
    }
    BaseImage image = base.known().get();
    if (image.tools().contains("gosu")) {
      return Optional.of(new UserTool(Kind.GOSU, List.of()));
    }
    if (image.tools().contains("su-exec")) {
      return Optional.of(new UserTool(Kind.SU_EXEC, List.of()));
    }
    if (image.family() == BaseImage.Family.ALPINE) {
      return Optional.of(new UserTool(Kind.SU_EXEC, List.of("RUN apk add --no-cache su-exec")));
    }
    boolean apt =
        image.family() == BaseImage.Family.DEBIAN || image.family() == BaseImage.Family.UBUNTU;
    if (!apt) {
      return Optional.empty();
    }
    return image.tools().contains("setpriv") && !isOld(base.reference())
        ? Optional.of(new UserTool(Kind.SETPRIV, List.of()))
        : Optional.of(
            new UserTool(
                Kind.GOSU,
                List.of(
                    "RUN apt-get update \\\n"
                        + " && apt-get install -y --no-install-recommends gosu \\\n"
                        + " && rm -rf /var/lib/apt/lists/*")));
  }

  private static boolean isOld(Optional<ImageReference> reference) {
    String tag = reference.isEmpty() ? "" : reference.get().effectiveTag().orElse("");
    for (String release : OLD) {
      if (tag.contains(release)) {
        return true;
      }
    }
    String image = reference.isEmpty() ? "" : reference.get().familiarName();
    int dot = tag.indexOf('.');
    int dash = tag.indexOf('-');
    int end = Math.min(dot < 0 ? tag.length() : dot, dash < 0 ? tag.length() : dash);
    int major = number(tag.substring(0, end));
    return switch (image) {
      case "debian" -> major <= 9;
      case "ubuntu" -> major <= 18;
      case "node" -> major <= 14;
      default -> false;
    };
  }

  /** The number, or one that is larger than any version where it is a name. */
  private static int number(String text) {
    if (text.isEmpty() || text.length() > 5) {
      return Integer.MAX_VALUE;
    }
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return Integer.MAX_VALUE;
      }
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }

  /** The lines by which a script is run again as the account. */
  List<String> going(ServiceStage service) {
    if (kind != Kind.SETPRIV) {
      String program = kind == Kind.GOSU ? "gosu" : "su-exec";
      return List.of("exec " + program + " " + service.owner() + " \"$0\" \"$@\"");
    }
    List<String> lines = new ArrayList<>();
    String user = service.user();
    Value home = service.stage().end().variable("HOME", service.stage().from().keyword());
    if (!(home instanceof Value.Known known) || known.text().isEmpty()) {
      lines.add("HOME=$(getent passwd " + user + " | cut -d: -f6)");
    }
    String group = service.group().isEmpty() ? "\"$(id -g " + user + ")\"" : service.group();
    String flags = "--reuid=" + user + " --regid=" + group + " --init-groups";
    lines.add("exec setpriv " + flags + " \"$0\" \"$@\"");
    return lines;
  }
}
