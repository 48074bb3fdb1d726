package dev.plimsoll.model.openapi;

import java.util.Locale;
import java.util.Optional;

/** The kinds of objects of the specification, all versions taken together. */
public enum ObjectKind {
  DOCUMENT("the document"),
  INFO("info"),
  CONTACT("a contact"),
  LICENSE("a license"),
  SERVER("a server"),
  SERVER_VARIABLE("a server variable"),
  COMPONENTS("components"),
  PATHS("paths"),
  PATH_ITEM("a path"),
  OPERATION("an operation"),
  EXTERNAL_DOCS("external documentation"),
  PARAMETER("a parameter"),
  ITEMS("items"),
  REQUEST_BODY("a request body"),
  MEDIA_TYPE("a media type"),
  ENCODING("an encoding"),
  RESPONSES("responses"),
  RESPONSE("a response"),
  CALLBACK("a callback"),
  EXAMPLE("an example"),
  LINK("a link"),
  HEADER("a header"),
  TAG("a tag"),
  SCHEMA("a schema"),
  DISCRIMINATOR("a discriminator"),
  XML("xml"),
  SECURITY_SCHEME("a security scheme"),
  OAUTH_FLOWS("OAuth flows"),
  OAUTH_FLOW("an OAuth flow"),
  SECURITY_REQUIREMENT("a security requirement");

  private final String label;

  ObjectKind(String label) {
    this.label = label;
  }

  /** How messages call one: "a media type". */
  public String label() {
    return label;
  }

  /** The kind that the table of fields calls so. */
  static Optional<ObjectKind> of(String name) {
    String constant = name.toUpperCase(Locale.ROOT).replace('-', '_');
    for (ObjectKind kind : values()) {
      if (kind.name().equals(constant)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
