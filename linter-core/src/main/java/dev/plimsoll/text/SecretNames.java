package dev.plimsoll.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells from a variable's name whether its value is a secret. */
public final class SecretNames {

  private static final Set<String> WORDS =
      Set.of(
          "PASSWORD",
          "PASSWD",
          "PASS",
          "PWD",
          "PASSPHRASE",
          "SECRET",
          "SECRETS",
          "TOKEN",
          "APIKEY",
          "CREDENTIAL",
          "CREDENTIALS",
          "AUTH");

  /** Those that tell nothing else, wherever they stand in a name. */
  private static final Set<String> PLAIN =
      Set.of(
          "PASSWORD", "PASSWD", "PWORD", "PASSPHRASE", "SECRET", "TOKEN", "APIKEY", "CREDENTIALS");

  /** Those that tell nothing else at the end of a name. */
  private static final Set<String> LAST = Set.of("PASS", "PWD", "AUTH", "CREDENTIAL");

  private static final Set<String> ENDINGS =
      Set.of("PASSWORD", "PASSWD", "APIKEY", "SECRETKEY", "AUTHTOKEN", "ACCESSTOKEN");

  private static final Set<String> KEYS =
      Set.of("API", "ACCESS", "PRIVATE", "SIGNING", "ENCRYPTION");

  private static final Set<String> MORE_KEYS = Set.of("SECRET", "MASTER", "AUTH", "SSH");

  /** Last words after which the value is something about a secret. */
  private static final Set<String> ABOUT =
      set(
          "ALGO ALGORITHM ARN AUDIENCE BACKEND CLASS COUNT DIR DISABLED DRIVER DUMMY "
              + "ENABLED ENDPOINT ENV EXPIRATION EXPIRES EXPIRY FIELD FILE FILENAME FORMAT HASH "
              + "HEADER HOST ID IDS INTERVAL ISSUER LENGTH LIMIT LOCATION METHOD MODE MODULE "
              + "MOUNT NAME PATH PLUGIN POLICY PORT PREFIX PROVIDER REALM REGEX REGION REPO "
              + "REQUIRED SCHEME SCOPE SECONDS SERVER SERVICE SIZE SOCK STORE SUFFIX TIME TIMEOUT "
              + "TTL TYPE URI URL USER USERNAME VAR VARIABLE VERSION");

  /** Words whose value everybody may know. */
  private static final Set<String> OPEN =
      set(
          "PUBLIC PUB PUBKEY SHA SHA1 SHA256 SHA512 MD5 CHECKSUM DIGEST FINGERPRINT "
              + "SIGNATURE GPG PGP EXAMPLE DUMMY FAKE PLACEHOLDER SYMBOL TOKENIZER TOKENIZERS "
              + "PUBLISHABLE ANON VITE REACT");

  /** First words after which the value is a switch. */
  private static final Set<String> SWITCHES =
      set(
          "ALLOW DISABLE ENABLE FORCE GENERATE HAS IS MAX MIN NO NUM REQUIRE SKIP USE WITH "
              + "WITHOUT");

  private SecretNames() {}

  private static Set<String> set(String words) {
    return Set.of(words.split(" ", -1));
  }

  /**
   * Whether one of the name's words says so: {@code DB_PASSWORD}, {@code api-key}. It would rather
   * mask too much: masking costs a reader an excerpt, no more.
   */
  public static boolean announcesSecret(String name) {
    if (!maySay(name)) {
      return false;
    }
    String before = "";
    for (String word : words(name)) {
      if (WORDS.contains(word) || isKey(word, before) || hasEnding(word)) {
        return true;
      }
      before = word;
    }
    return false;
  }

  /**
   * Whether a value under this name is a credential and nothing else: not what a file, an address,
   * a public key or a switch would be called.
   */
  public static boolean namesCredential(String name) {
    List<String> words = maySay(name) ? words(name) : List.of();
    if (words.isEmpty() || isOldFolder(name)) {
      return false;
    }
    String last = words.get(words.size() - 1);
    if (ABOUT.contains(last) || SWITCHES.contains(words.get(0))) {
      return false;
    }
    boolean found = LAST.contains(last);
    String before = "";
    for (String word : words) {
      if (OPEN.contains(word)) {
        return false;
      }
      boolean key = word.equals("KEY") && (KEYS.contains(before) || MORE_KEYS.contains(before));
      found |= PLAIN.contains(word) || key || hasEnding(word);
      before = word;
    }
    return found;
  }

  private static boolean maySay(String name) {
    return maySay(name.toCharArray(), 0, name.length());
  }

  /** Whether three letters stand in a name without which none tells of a secret. */
  static boolean maySay(char[] text, int start, int end) {
    for (int i = start; i + 2 < end; i++) {
      if (isSign(text[i] | ' ', text[i + 1] | ' ', text[i + 2] | ' ')) {
        return true;
      }
    }
    return false;
  }

  /** Whether three letters, in lower case, begin one of the words that tell of a secret. */
  private static boolean isSign(int first, int second, int third) {
    return switch (first) {
      case 'p' -> second == 'a' ? third == 's' : second == 'w' && (third == 'd' || third == 'o');
      case 's' -> second == 'e' && third == 'c';
      case 't' -> second == 'o' && third == 'k';
      case 'k' -> second == 'e' && third == 'y';
      case 'c' -> second == 'r' && third == 'e';
      case 'a' -> second == 'u' && third == 't';
      default -> false;
    };
  }

  private static boolean isOldFolder(String name) {
    return name.equals("PWD") || name.equals("OLDPWD");
  }

  private static boolean isKey(String word, String before) {
    return word.equals("KEY") && KEYS.contains(before);
  }

  /** Whether it runs two words together: PGPASSWORD, authToken. */
  private static boolean hasEnding(String word) {
    if (word.length() < 7 || word.startsWith("NO")) {
      return false; // sudo's NOPASSWD
    }
    for (String ending : ENDINGS) {
      if (word.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  /** The runs of letters and digits, in upper case. */
  private static List<String> words(String name) {
    List<String> words = new ArrayList<>(4);
    String upper = name.toUpperCase(Locale.ROOT);
    int start = 0;
    for (int i = 0; i <= upper.length(); i++) {
      boolean inWord =
          i < upper.length()
              && ((upper.charAt(i) >= 'A' && upper.charAt(i) <= 'Z')
                  || (upper.charAt(i) >= '0' && upper.charAt(i) <= '9'));
      if (!inWord) {
        if (i > start) {
          words.add(upper.substring(start, i));
        }
        start = i + 1;
      }
    }
    return words;
  }
}
