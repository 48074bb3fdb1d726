package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.text.Digits;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the hosts in a text: of URLs (RFC 3986 §3.2, lists of hosts as MongoDB, Kafka and NATS take
 * them), of data source names as Go's drivers write them, of the keywords of libpq and ADO.NET.
 */
final class HostReader {

  /** Stands in the text where a variable stood, so that nothing is read out of it. */
  private static final char HOLE = '\uFFFC';

  private static final int PORT_LENGTH = 6; // with its colon
  private static final int MOST = 100; // in one text: each is cut out of the whole of it

  private static final Set<String> KEYWORDS =
      Set.of("host", "server", "data source", "addr", "address");

  private static final Set<String> NAMING =
      Set.of(
          "ADDR",
          "ADDRESS",
          "BROKER",
          "BROKERS",
          "CONNECT",
          "ENDPOINT",
          "ENDPOINTS",
          "HOST",
          "HOSTS",
          "HOSTNAME",
          "SERVER",
          "SERVERS",
          "URI",
          "URL",
          "URLS");

  /** Words in a name that make it one under which the service itself is reached. */
  private static final Set<String> OWN =
      Set.of(
          "ADVERTISE",
          "ADVERTISED",
          "ALLOWED",
          "BASE",
          "BIND",
          "CORS",
          "DEFAULT",
          "EXTERNAL",
          "LETSENCRYPT",
          "LISTEN",
          "LISTENER",
          "LISTENERS",
          "PUBLIC",
          "TRUSTED",
          "VIRTUAL");

  /** Schemes behind which a file, a bucket or an image is named; a host there has a port. */
  private static final Set<String> NAMELESS =
      Set.of(
          "az", "azblob", "docker", "file", "gcs", "gs", "mem", "memory", "npipe", "oci", "s3",
          "s3a", "s3n", "sqlite", "sqlite3", "unix");

  /** Values that switch something. */
  private static final Set<String> NO_HOSTS =
      Set.of("true", "false", "yes", "no", "y", "n", "on", "off", "none", "null");

  private final String variable;
  private final Scalar scalar;
  private final boolean isRaw;
  private final String text;
  private final List<HostUse> found = new ArrayList<>();
  private boolean needsPort;

  /**
   * @param isRaw whether it reads what is written, without the variables in it, and not what
   *     Compose makes of it
   */
  private HostReader(String variable, Scalar scalar, boolean isRaw) {
    this.variable = variable;
    this.scalar = scalar;
    this.isRaw = isRaw;
    this.text = isRaw ? masked(scalar.slice().text()) : scalar.text();
  }

  /** The hosts that stand there as such, and those that variables are known to bring. */
  static List<HostUse> read(String variable, Scalar scalar) {
    if (scalar.value() instanceof Value.Known || scalar.slice().text().indexOf('$') < 0) {
      return new HostReader(variable, scalar, false).read();
    }
    List<HostUse> uses = new HostReader(variable, scalar, true).read();
    if (scalar.known().isPresent()) {
      List<HostUse> written = List.copyOf(uses);
      for (HostUse use : new HostReader(variable, scalar, false).read()) {
        if (!names(written, use.host().text())) {
          uses.add(use);
        }
      }
    }
    return uses;
  }

  private static boolean names(List<HostUse> uses, String host) {
    for (HostUse use : uses) {
      if (use.host().text().equals(host)) {
        return true;
      }
    }
    return false;
  }

  private List<HostUse> read() {
    for (int at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 3)) {
      if (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
        needsPort = NAMELESS.contains(scheme(at));
        authority(at + 3, HostUse.Form.URL);
        needsPort = false;
      }
    }
    dataSource("tcp(");
    if (found.isEmpty()) {
      keywords();
    }
    if (found.isEmpty() && isNaming() && text.indexOf('/') < 0) {
      list(0, text.length(), HostUse.Form.VARIABLE);
    }
    return found;
  }

  private String scheme(int end) {
    int start = end;
    while (start > 0 && isOfName(text.charAt(start - 1))) {
      start--;
    }
    return text.substring(start, end).toLowerCase(Locale.ROOT);
  }

  /** The text with each variable made a hole of the same length; {@code $$} stays. */
  private static String masked(String raw) {
    StringBuilder masked = new StringBuilder(raw);
    for (int at = raw.indexOf('$'); at >= 0; at = raw.indexOf('$', at + 1)) {
      if (raw.startsWith("$$", at)) {
        at++;
        continue;
      }
      int end = endOfVariable(raw, at);
      for (int i = at; i < end; i++) {
        masked.setCharAt(i, HOLE);
      }
      at = Math.max(at, end - 1);
    }
    return masked.toString();
  }

  private static int endOfVariable(String raw, int dollar) {
    int at = dollar + 1;
    if (at < raw.length() && raw.charAt(at) == '{') {
      int depth = 0;
      for (; at < raw.length(); at++) {
        depth += raw.charAt(at) == '{' ? 1 : raw.charAt(at) == '}' ? -1 : 0;
        if (depth == 0) {
          return at + 1;
        }
      }
      return raw.length();
    }
    while (at < raw.length() && isOfName(raw.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isOfName(char c) {
    return c == '_' || (c < 128 && Character.isLetterOrDigit(c));
  }

  /** From behind {@code ://} on: what stands before the last {@code @} is a user. */
  private void authority(int from, HostUse.Form form) {
    int end = from;
    while (end < text.length() && "/?#\\\"'`<>|) \t\n".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    list(lastIn(from, end, '@') + 1, end, form);
  }

  private void dataSource(String protocol) {
    int at = text.indexOf(protocol);
    int end = at < 0 ? -1 : text.indexOf(')', at);
    if (end > 0) {
      list(at + protocol.length(), end, HostUse.Form.URL);
    }
  }

  private void keywords() {
    int from = 0;
    while (from < text.length()) {
      int end = from;
      while (end < text.length() && text.charAt(end) != ';' && text.charAt(end) != ' ') {
        end++;
      }
      int equals = before(end, '=', from);
      if (equals > from && equals < end) {
        String key = text.substring(from, equals).toLowerCase(Locale.ROOT);
        boolean isPair = end < text.length() || from > 0;
        if (isPair && KEYWORDS.contains(key.equals("source") ? "data source" : key)) {
          list(equals + 1, before(end, ',', equals), HostUse.Form.KEYWORD);
        }
      }
      from = end + 1;
    }
  }

  /** Where a character stands first from an offset on, else the end: no further is looked. */
  private int before(int end, char sought, int from) {
    int at = from;
    while (at < end && text.charAt(at) != sought) {
      at++;
    }
    return at;
  }

  /** Where a character stands last between two offsets; one before the first if it does not. */
  private int lastIn(int from, int to, char sought) {
    int at = to - 1;
    while (at >= from && text.charAt(at) != sought) {
      at--;
    }
    return at;
  }

  private boolean isNaming() {
    String[] words = variable.toUpperCase(Locale.ROOT).split("[_.-]+", -1);
    if (words.length < 2 || !NAMING.contains(words[words.length - 1])) {
      return false;
    }
    for (String word : words) {
      if (OWN.contains(word)) {
        return false;
      }
    }
    return true;
  }

  /** Hosts with ports, commas between them. */
  private void list(int from, int to, HostUse.Form form) {
    int at = from;
    while (at < to) {
      int end = before(to, ',', at);
      host(at, end, form);
      at = end + 1;
    }
  }

  private void host(int from, int to, HostUse.Form form) {
    if (found.size() == MOST) {
      return;
    }
    int colon = lastIn(from, to, ':');
    boolean hasPort = colon >= from;
    int end = hasPort ? colon : to;
    String name = text.substring(from, end);
    boolean listens = name.equals("0.0.0.0"); // no one answers there: a program listens
    if (name.isEmpty()
        || listens
        || !isHost(name)
        || (form == HostUse.Form.VARIABLE && !isPlain(name))) {
      return;
    }
    Optional<Integer> port =
        hasPort && to - colon <= PORT_LENGTH
            ? Digits.number(text.substring(colon + 1, to))
            : Optional.empty();
    boolean isHole = colon + 1 < text.length() && text.charAt(colon + 1) == HOLE;
    if (hasPort ? port.isEmpty() && !isHole : needsPort) {
      return;
    }
    found.add(new HostUse(variable, scalar(from, end), port, form));
  }

  private Scalar scalar(int from, int to) {
    if (!isRaw) {
      return scalar.part(from, to);
    }
    Slice slice = scalar.slice().part(from, to);
    String name = slice.text();
    return new Scalar(slice, name, ComposeNode.Type.STRING, new Value.Known(name, slice));
  }

  private static boolean isHost(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 128 || !(Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.')) {
        return false;
      }
    }
    return true;
  }

  /** Whether the whole value of a variable can be a host: no number, no word that switches. */
  private static boolean isPlain(String name) {
    boolean letter = false;
    for (int i = 0; i < name.length(); i++) {
      letter |= Character.isLetter(name.charAt(i));
    }
    return letter && !NO_HOSTS.contains(name.toLowerCase(Locale.ROOT));
  }
}
