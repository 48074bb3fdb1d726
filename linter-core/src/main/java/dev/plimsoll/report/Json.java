package dev.plimsoll.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.IdentityHashMap;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;

/** A JSON document, written as it comes. */
final class Json {

  /** What writes one document. */
  interface Content {
    void write(Json json) throws IOException;
  }

  private static final char REPLACEMENT = '\uFFFD';

  private static final int LONG = 200;
  private static final int MOST_KNOWN = 100;

  private final JsonGenerator out;

  /** Long texts as they are written: a thousand fixes may bring one and the same. */
  private final IdentityHashMap<String, SerializedString> known = new IdentityHashMap<>();

  private Json(JsonGenerator out) {
    this.out = out;
  }

  /** Writes one document and a line ending; the stream stays open. */
  static void document(OutputStream out, Content content) throws IOException {
    JsonFactory factory =
        JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    try (JsonGenerator generator = factory.createGenerator(ObjectWriteContext.empty(), out)) {
      content.write(new Json(generator));
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
    out.write('\n');
    out.flush();
  }

  Json object() {
    out.writeStartObject();
    return this;
  }

  Json object(String name) {
    out.writeObjectPropertyStart(name);
    return this;
  }

  Json endObject() {
    out.writeEndObject();
    return this;
  }

  Json array(String name) {
    out.writeArrayPropertyStart(name);
    return this;
  }

  Json endArray() {
    out.writeEndArray();
    return this;
  }

  Json text(String name, String value) {
    out.writeName(name);
    string(value);
    return this;
  }

  Json number(String name, int value) {
    out.writeNumberProperty(name, value);
    return this;
  }

  Json flag(String name, boolean value) {
    out.writeBooleanProperty(name, value);
    return this;
  }

  Json texts(String name, List<String> values) {
    out.writeArrayPropertyStart(name);
    for (String value : values) {
      string(value);
    }
    out.writeEndArray();
    return this;
  }

  Json numbers(String name, List<Integer> values) {
    out.writeArrayPropertyStart(name);
    for (Integer value : values) {
      out.writeNumber(value);
    }
    out.writeEndArray();
    return this;
  }

  private void string(String value) {
    if (value.length() >= LONG) {
      SerializedString written = known.get(value);
      if (written == null && known.size() < MOST_KNOWN) {
        char[] units = value.toCharArray();
        makeWellFormed(units);
        written = new SerializedString(new String(units));
        known.put(value, written);
      }
      if (written != null) {
        out.writeString(written);
        return;
      }
    }
    char[] units = value.toCharArray();
    makeWellFormed(units);
    out.writeString(units, 0, units.length);
  }

  /** Half a surrogate pair has no UTF-8; the generator would fail on it. */
  private static void makeWellFormed(char[] text) {
    for (int i = 0; i < text.length; i++) {
      if (!Character.isSurrogate(text[i])) {
        continue;
      }
      boolean pair =
          Character.isHighSurrogate(text[i])
              && i + 1 < text.length
              && Character.isLowSurrogate(text[i + 1]);
      if (pair) {
        i++;
      } else {
        text[i] = REPLACEMENT;
      }
    }
  }
}
