package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The short form of a mount: {@code [source:]target[:options]}. Source: compose-go 2.16, format.
 */
final class MountForm {

  private static final Set<String> PROPAGATIONS =
      Set.of("rprivate", "private", "rshared", "shared", "rslave", "slave");

  private static final int MAX_PARTS = 3;

  private final Scalar given;
  private final List<Scalar> parts;

  private MountForm(Scalar given) {
    this.given = given;
    this.parts = parts(given);
  }

  /** The parts between colons, of which one behind a single letter is a Windows drive's. */
  private static List<Scalar> parts(Scalar given) {
    String text = given.text();
    Cuts cuts = new Cuts(given);
    List<Scalar> parts = new ArrayList<>();
    int from = 0;
    int braces = 0;
    for (int i = 0; i < text.length() && parts.size() < MAX_PARTS; i++) {
      char c = text.charAt(i);
      boolean drive = isDrive(text, from, i);
      if (c == '{' && i > 0 && text.charAt(i - 1) == '$') {
        braces++;
      } else if (c == '}' && braces > 0) {
        braces--;
      } else if (c == ':' && !drive && braces == 0) {
        parts.add(cuts.part(from, i));
        from = i + 1;
      }
    }
    parts.add(cuts.part(from, text.length()));
    return parts;
  }

  /** Whether one letter stands before the colon. */
  private static boolean isDrive(String text, int from, int colon) {
    return colon > from
        && colon == from + Character.charCount(text.codePointAt(from))
        && Character.isLetter(text.codePointAt(from));
  }

  /** Why Compose refuses it; nothing where it does not. */
  static Optional<String> refuse(Scalar given) {
    String text = given.text();
    if (text.isEmpty()) {
      return Optional.of("the mount is empty: write source:/path/in/container");
    }
    if (text.length() <= 2) {
      return Optional.empty();
    }
    List<Scalar> parts = parts(given);
    for (Scalar part : parts) {
      if (part.text().isEmpty()) {
        return Optional.of(
            "nothing stands on one side of a colon: write source:/path/in/container");
      }
    }
    return parts.size() > MAX_PARTS
        ? Optional.of("too many colons: write it with the keys type, source and target")
        : Optional.empty();
  }

  /** The path in the container. */
  static String target(Scalar given) {
    return given.text().length() <= 2 ? given.text() : new MountForm(given).target().text();
  }

  private Scalar target() {
    return parts.get(Math.min(1, parts.size() - 1));
  }

  /** The long form. */
  static Table expanded(Scalar given) {
    MountForm form = new MountForm(given);
    return given.text().length() <= 2 ? form.shortest() : form.table();
  }

  private Table shortest() {
    Map<String, Member> members = new LinkedHashMap<>();
    put(members, "type", Scalars.added(given.slice(), "volume"));
    put(members, "target", cleaned(given));
    return new Table(given.slice(), members);
  }

  private Table table() {
    boolean hasSource = parts.size() > 1;
    boolean bind = hasSource && isPath(parts.get(0).text());
    Map<String, Member> members = new LinkedHashMap<>();
    put(members, "type", Scalars.added(given.slice(), bind ? "bind" : "volume"));
    if (hasSource) {
      put(members, "source", parts.get(0));
    }
    put(members, "target", cleaned(target()));
    Map<String, Member> bindOptions = new LinkedHashMap<>();
    Map<String, Member> volumeOptions = new LinkedHashMap<>();
    if (parts.size() > 2) {
      options(members, bindOptions, volumeOptions);
    }
    if (bind) {
      put(bindOptions, "create_host_path", Scalars.added(given.slice(), true));
    }
    if (!bindOptions.isEmpty()) {
      put(members, "bind", new Table(given.slice(), bindOptions));
    }
    if (!bind || !volumeOptions.isEmpty()) {
      put(members, "volume", new Table(given.slice(), volumeOptions));
    }
    return new Table(given.slice(), members);
  }

  private void options(
      Map<String, Member> members, Map<String, Member> bind, Map<String, Member> volume) {
    for (Scalar option : new Cuts(parts.get(2)).split(',', 0, Integer.MAX_VALUE)) {
      String text = option.text();
      if (text.equals("ro")) {
        put(members, "read_only", Scalars.added(option.slice(), true));
      } else if (text.equals("rw")) {
        members.remove("read_only");
      } else if (text.equals("nocopy")) {
        put(volume, "nocopy", Scalars.added(option.slice(), true));
      } else if (PROPAGATIONS.contains(text)) {
        put(bind, "propagation", option);
      } else if (text.equals("z") || text.equals("Z")) {
        put(bind, "selinux", option);
      }
    }
  }

  private static void put(Map<String, Member> members, String key, ComposeNode value) {
    members.put(key, new Member(value.slice(), value));
  }

  private static Scalar cleaned(Scalar path) {
    String clean = Paths.clean(path.text());
    return clean.equals(path.text())
        ? path
        : new Scalar(path.slice(), clean, path.type(), path.value());
  }

  private static boolean isPath(String source) {
    return ".~/".indexOf(source.charAt(0)) >= 0
        || source.startsWith("\\\\")
        || (source.indexOf(':') > 0 && isDrive(source, 0, source.indexOf(':')));
  }
}
