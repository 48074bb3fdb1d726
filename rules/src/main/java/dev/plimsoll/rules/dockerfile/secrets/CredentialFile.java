package dev.plimsoll.rules.dockerfile.secrets;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells by its path what a file is most likely to hold. */
enum CredentialFile {
  /** A secret, and nothing else. */
  CERTAIN,
  /** Settings, with a secret among them or without. */
  PERHAPS,
  NONE;

  private static final Set<String> KEYS =
      Set.of("id_rsa", "id_dsa", "id_ecdsa", "id_ed25519", "id_ecdsa_sk", "id_ed25519_sk");

  private static final Set<String> FILES =
      Set.of(
          ".netrc",
          "_netrc",
          ".pgpass",
          ".git-credentials",
          ".dockercfg",
          ".dockerconfigjson",
          ".vault-token",
          ".boto",
          ".s3cfg",
          "application_default_credentials.json",
          "kubeconfig");

  /** The last two parts of a path. */
  private static final List<String> PLACES =
      List.of(".aws/credentials", ".docker/config.json", ".kube/config", ".cargo/credentials.toml");

  private static final Set<String> SETTINGS =
      Set.of(
          ".npmrc",
          ".yarnrc.yml",
          ".pypirc",
          "pip.conf",
          "nuget.config",
          "settings.xml",
          "auth.json");

  private static final Set<String> PRIVATE =
      Set.of("server", "private", "privkey", "tls", "ssl", "host", "client", "domain", "key");

  private static final Set<String> SAMPLES =
      Set.of("test", "tests", "testdata", "fixtures", "example", "examples", "sample", "samples");

  /** What lies at a path, which is written with slashes. */
  static CredentialFile of(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    for (String part : lower.split("/", -1)) {
      if (SAMPLES.contains(part)) {
        return NONE;
      }
    }
    String name = lower.substring(lower.lastIndexOf('/') + 1);
    if (KEYS.contains(name) || FILES.contains(name) || isPlace(lower) || isEnvironment(name)) {
      return CERTAIN;
    }
    if (isPrivateKey(name)) {
      return CERTAIN;
    }
    return SETTINGS.contains(name) ? PERHAPS : NONE;
  }

  private static boolean isPlace(String path) {
    for (String place : PLACES) {
      if (path.equals(place) || path.endsWith("/" + place)) {
        return true;
      }
    }
    return false;
  }

  /** {@code .env}, {@code .env.production}; a sample of one is none. */
  static boolean isEnvironment(String name) {
    if (name.equals(".env")) {
      return true;
    }
    if (!name.startsWith(".env.")) {
      return false;
    }
    return switch (name.substring(5)) {
      case "local", "prod", "production", "staging", "development.local", "production.local" ->
          true;
      default -> false;
    };
  }

  /** {@code ssh_host_rsa_key}, {@code server.key}, {@code privkey.pem}. */
  private static boolean isPrivateKey(String name) {
    if (name.startsWith("ssh_host_") && name.endsWith("_key")) {
      return true;
    }
    boolean pem = name.endsWith(".pem");
    if (!pem && !name.endsWith(".key")) {
      return false;
    }
    String stem = name.substring(0, name.length() - 4);
    if (stem.contains("pub")) {
      return false;
    }
    return pem ? stem.contains("priv") || stem.endsWith("-key") : PRIVATE.contains(stem);
  }
}
