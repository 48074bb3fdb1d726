package dev.plimsoll.report;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON documents and holds them against a schema of the class path. */
final class Documents {

  static final Documents PLIMSOLL =
      new Documents(JsonReport.SCHEMA_RESOURCE, SpecificationVersion.DRAFT_2020_12);
  static final Documents SARIF =
      new Documents("schema/sarif-schema-2.1.0.json", SpecificationVersion.DRAFT_7);

  private final Schema schema;

  private Documents(String resource, SpecificationVersion version) {
    ClassLoader loader = Documents.class.getClassLoader();
    try (InputStream in = Objects.requireNonNull(loader.getResourceAsStream(resource), resource)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      schema = SchemaRegistry.withDefaultDialect(version).getSchema(text, InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the schema says against a document; nothing for a valid one. */
  List<String> complaints(String json) {
    return schema
        .validate(
            json,
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .toList();
  }

  static JsonNode tree(String json) {
    return JsonMapper.shared().readTree(json);
  }
}
