package dev.plimsoll.text;

import java.util.Locale;
import java.util.Set;

/** Tells a value that stands for a secret, or plainly is none, from one that is a secret. */
public final class Placeholders {

  private static final Set<String> WORDS =
      Set.of(
          "",
          "0",
          "1",
          "*",
          "!",
          "!!",
          "-",
          "x",
          "bar",
          "changeit",
          "disabled",
          "empty",
          "enabled",
          "false",
          "foo",
          "foobar",
          "no",
          "none",
          "nil",
          "null",
          "off",
          "on",
          "string",
          "test",
          "true",
          "undefined",
          "unset",
          "unused",
          "value",
          "yes");

  private static final Set<String> COMMON =
      Set.of(
          "admin",
          "airflow",
          "clickhouse",
          "default",
          "discourse",
          "docker",
          "drupal",
          "elastic",
          "flask",
          "ghost",
          "gitea",
          "gitlab",
          "grafana",
          "guest",
          "inherit",
          "jenkins",
          "joomla",
          "keycloak",
          "mariadb",
          "matomo",
          "minio",
          "mongo",
          "mongodb",
          "moodle",
          "mysql",
          "nextcloud",
          "odoo",
          "pass",
          "passwd",
          "password",
          "postgres",
          "postgresql",
          "rabbitmq",
          "read",
          "redis",
          "redmine",
          "root",
          "secret",
          "sonar",
          "sonarqube",
          "test",
          "token",
          "trust",
          "ubuntu",
          "user",
          "vagrant",
          "wordpress",
          "write",
          "zabbix");

  private static final String[] MARKS = {
    "changeme",
    "change_me",
    "change-me",
    "change me",
    "changethis",
    "change_this",
    "change-this",
    "example",
    "placeholder",
    "dummy",
    "redacted",
    "xxxx",
    "****",
    "....",
    "your_",
    "your-",
    "yourp",
    "yours",
    "yourt",
    "your ",
    "replace",
    "insert",
    "todo",
    "fixme",
    "not-a-real",
    "not_a_real",
    "notreal",
    "fake",
    "12345678",
    "abcdefgh",
    "deadbeef",
    "eyjzdwiioiixmjm0nty3odkw"
  };

  private Placeholders() {}

  /**
   * Whether nobody would guard it: nothing, a reference to where the value comes from, a word that
   * says so, or one character over and over.
   */
  public static boolean isPlaceholder(String value) {
    String lower = value.strip().toLowerCase(Locale.ROOT);
    if (isWord(lower) || isReference(lower) || isOneCharacter(lower)) {
      return true;
    }
    for (String mark : MARKS) {
      if (lower.contains(mark)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is a word that says that there is nothing to keep: a switch, a blank, none. */
  public static boolean isWord(String value) {
    return WORDS.contains(value.strip().toLowerCase(Locale.ROOT));
  }

  /**
   * Whether it is a word that stands in texts for other reasons too, as the name of a product does
   * in images: hiding it wherever it stands would tell more than it hides.
   */
  public static boolean isCommon(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    return WORDS.contains(lower) || COMMON.contains(lower);
  }

  /** Whether a variable, a substitution or the field of a template stands in it. */
  public static boolean isReference(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '`' || (c == '$' && opensVariable(value, i + 1))) {
        return true;
      }
      if (c == '{' && value.startsWith("{{", i)) {
        return true;
      }
    }
    if (value.length() < 3) {
      return false;
    }
    char last = value.charAt(value.length() - 1);
    return switch (value.charAt(0)) {
      case '<' -> last == '>';
      case '[' -> last == ']';
      case '{' -> last == '}';
      case '%' -> last == '%' || value.charAt(1) == '(';
      case '@' -> last == '@';
      case '_' -> value.startsWith("__") && last == '_';
      default -> false;
    };
  }

  private static boolean opensVariable(String value, int at) {
    if (at >= value.length()) {
      return false;
    }
    char c = value.charAt(at);
    return c == '{' || c == '(' || c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isOneCharacter(String value) {
    for (int i = 1; i < value.length(); i++) {
      if (value.charAt(i) != value.charAt(0)) {
        return false;
      }
    }
    return true;
  }
}
