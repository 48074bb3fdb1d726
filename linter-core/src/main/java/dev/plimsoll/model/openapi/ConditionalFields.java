package dev.plimsoll.model.openapi;

import java.util.ArrayList;
import java.util.List;

/** The fields that an object needs for what another of its fields says. */
final class ConditionalFields {

  private ConditionalFields() {}

  /** Their names, whether they are there or not; empty where nothing is said that asks for one. */
  static List<String> of(OpenApiObject object, OpenApiVersion version) {
    return switch (object.kind()) {
      case SECURITY_SCHEME -> ofScheme(object, version);
      case OAUTH_FLOW -> ofFlow(object.name());
      case PARAMETER -> ofParameter(object, version);
      default -> List.of();
    };
  }

  /** One that is the whole query is described by its media type; without a schema any one is. */
  private static List<String> ofParameter(OpenApiObject parameter, OpenApiVersion version) {
    return version == OpenApiVersion.V3_2
            && parameter.text("in").equals("querystring")
            && parameter.find("schema").isPresent()
        ? List.of("content")
        : List.of();
  }

  private static List<String> ofScheme(OpenApiObject scheme, OpenApiVersion version) {
    return switch (scheme.text("type")) {
      case "apiKey" -> List.of("name", "in");
      case "http" -> List.of("scheme");
      case "openIdConnect" -> List.of("openIdConnectUrl");
      case "oauth2" -> version == OpenApiVersion.V2_0 ? ofSwagger(scheme) : List.of("flows");
      default -> List.of();
    };
  }

  private static List<String> ofSwagger(OpenApiObject scheme) {
    List<String> fields = new ArrayList<>(List.of("flow", "scopes"));
    fields.addAll(
        switch (scheme.text("flow")) {
          case "implicit" -> List.of("authorizationUrl");
          case "password", "application" -> List.of("tokenUrl");
          case "accessCode" -> List.of("authorizationUrl", "tokenUrl");
          default -> List.of();
        });
    return fields;
  }

  private static List<String> ofFlow(String flow) {
    return switch (flow) {
      case "implicit" -> List.of("authorizationUrl");
      case "password", "clientCredentials" -> List.of("tokenUrl");
      case "authorizationCode" -> List.of("authorizationUrl", "tokenUrl");
      case "deviceAuthorization" -> List.of("deviceAuthorizationUrl", "tokenUrl");
      default -> List.of();
    };
  }
}
