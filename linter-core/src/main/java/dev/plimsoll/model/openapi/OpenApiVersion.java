package dev.plimsoll.model.openapi;

import java.util.Optional;

/** The minor versions of the specification; what is fixed within one changes no meaning. */
public enum OpenApiVersion {
  V2_0("2.0"),
  V3_0("3.0"),
  V3_1("3.1"),
  V3_2("3.2");

  private final String id;

  OpenApiVersion(String id) {
    this.id = id;
  }

  /** Major and minor, {@code 3.1}. */
  public String id() {
    return id;
  }

  /** Whether schemas are those of JSON Schema 2020-12. */
  public boolean hasJsonSchema() {
    return this == V3_1 || this == V3_2;
  }

  /**
   * The version that a document names.
   *
   * @param text of {@code openapi} or {@code swagger}, such as {@code 3.1.0}; a patch is not needed
   * @return nothing for one that is not known, or none
   */
  public static Optional<OpenApiVersion> of(String text) {
    for (OpenApiVersion version : values()) {
      if (text.equals(version.id) || text.startsWith(version.id + ".")) {
        return Optional.of(version);
      }
    }
    return Optional.empty();
  }

  /** The newest that a document of an unknown 3.x can be read as; nothing for anything else. */
  static Optional<OpenApiVersion> nearest(String text) {
    return text.startsWith("3.") ? Optional.of(V3_2) : Optional.empty();
  }
}
