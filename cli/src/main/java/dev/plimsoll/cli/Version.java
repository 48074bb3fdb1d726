package dev.plimsoll.cli;

/** The version that reports and {@code --version} show; a test holds it against the build's. */
final class Version {

  static final String TEXT = "0.1.0";

  private Version() {}
}
