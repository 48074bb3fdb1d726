package dev.plimsoll.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The baseline for large documents: pulls the events of SnakeYAML Engine, or Jackson's tokens with
 * every string decoded, and does nothing with them.
 */
final class Events {

  private Events() {}

  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    long count = file.toString().endsWith(".json") ? json(file) : yaml(file);
    System.out.println(count); // so that no compiler drops the work as unused
  }

  private static long yaml(Path file) throws IOException {
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
    long count = 0;
    String text = Files.readString(file, StandardCharsets.UTF_8);
    for (Event event : new Parse(settings).parseString(text)) {
      count += event.getEventId() == Event.ID.Scalar ? 2 : 1;
    }
    return count;
  }

  private static long json(Path file) throws IOException {
    long count = 0;
    try (JsonParser parser =
        new JsonFactory().createParser(ObjectReadContext.empty(), Files.readAllBytes(file))) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        boolean isText = token == JsonToken.VALUE_STRING || token == JsonToken.PROPERTY_NAME;
        count += isText ? parser.getString().length() : 1;
      }
    }
    return count;
  }
}
