package dev.plimsoll.text;

/** Values that everybody may know, though a variable with the name of a credential holds them. */
public final class OpenValues {

  private OpenValues() {}

  /** Whether a value says where a credential lies. */
  public static boolean isPath(String value) {
    return value.startsWith("/")
        || value.startsWith("./")
        || value.startsWith("../")
        || value.startsWith("~/")
        || value.startsWith("file:")
        || value.endsWith(".pem")
        || value.endsWith(".key")
        || value.endsWith(".txt")
        || value.endsWith(".json");
  }

  /** Whether a value is a public key, a certificate or a sum. */
  public static boolean isPublic(String value) {
    return value.startsWith("ssh-")
        || value.startsWith("-----BEGIN PUBLIC")
        || value.startsWith("-----BEGIN CERTIFICATE")
        || value.startsWith("sha256:");
  }
}
