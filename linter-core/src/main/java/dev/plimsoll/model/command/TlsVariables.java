package dev.plimsoll.model.command;

import java.util.Locale;
import java.util.Set;

/**
 * The variables that turn off the check of a server's certificate. Sources: git(1); Node.js, CLI;
 * PEP 493; npm and Yarn, strict-ssl; pip, {@code --trusted-host}; uv, Environment variables.
 */
public final class TlsVariables {

  private static final Set<String> OFF = Set.of("0", "false", "no", "off");

  private TlsVariables() {}

  /** Whether a variable of this name and value does so. */
  public static boolean turnsOff(String name, String quoted) {
    String value = unquoted(quoted);
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "NODE_TLS_REJECT_UNAUTHORIZED", "PYTHONHTTPSVERIFY" -> value.equals("0");
      case "NPM_CONFIG_STRICT_SSL", "YARN_STRICT_SSL", "YARN_ENABLE_STRICT_SSL" -> isOff(value);
      case "GIT_SSL_NO_VERIFY" -> !value.isEmpty() && !value.startsWith("$"); // any text does
      case "PIP_TRUSTED_HOST", "UV_INSECURE_HOST" -> !value.isEmpty() && !value.startsWith("$");
      default -> false;
    };
  }

  /** Whether a value says no. */
  public static boolean isOff(String value) {
    return OFF.contains(unquoted(value).toLowerCase(Locale.ROOT));
  }

  private static String unquoted(String text) {
    int last = text.length() - 1;
    boolean quoted = last > 0 && text.charAt(0) == text.charAt(last);
    return quoted && "\"'".indexOf(text.charAt(0)) >= 0 ? text.substring(1, last) : text;
  }
}
