package dev.plimsoll.rules.compose.secrets;

import java.util.Set;

/** Knows where machines keep the credentials of their users and their own. */
final class HostCredentials {

  /** Files and folders of a user that hold nothing else, below the home folder. */
  private static final Set<String> OF_USER =
      Set.of(
          ".ssh",
          ".aws",
          ".aws/credentials",
          ".azure",
          ".config/gcloud",
          ".config/gh",
          ".docker",
          ".docker/config.json",
          ".git-credentials",
          ".gnupg",
          ".kube",
          ".kube/config",
          ".netrc",
          ".npmrc",
          ".pgpass",
          ".pypirc",
          ".terraform.d",
          ".vault-token");

  private static final Set<String> OF_MACHINE =
      Set.of(
          "/etc/gshadow",
          "/etc/kubernetes",
          "/etc/kubernetes/admin.conf",
          "/etc/kubernetes/pki",
          "/etc/shadow",
          "/etc/ssl/private",
          "/var/lib/kubelet");

  private HostCredentials() {}

  /** Whether a clean path is one of them. */
  static boolean isAt(String path) {
    if (OF_MACHINE.contains(path)) {
      return true;
    }
    String below = belowHome(path);
    return OF_USER.contains(below)
        || (below.startsWith(".ssh/id_") && !below.endsWith(".pub"))
        || path.endsWith("/.docker/config.json");
  }

  private static String belowHome(String path) {
    if (path.startsWith("~/")) {
      return path.substring(2);
    }
    if (path.startsWith("/root/")) {
      return path.substring(6);
    }
    if (!path.startsWith("/home/") && !path.startsWith("/Users/")) {
      return "";
    }
    int user = path.indexOf('/', 1) + 1;
    int end = path.indexOf('/', user);
    return end < 0 ? "" : path.substring(end + 1);
  }
}
