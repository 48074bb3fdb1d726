package dev.plimsoll.report;

import dev.plimsoll.text.LineIndex;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.Position;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Files and regions as SARIF writes them. */
final class SarifPlaces {

  /** Stands for the directory that uris are relative to; no machine's path is ever written. */
  static final String ROOT = "SRCROOT";

  private static final String HEX = "0123456789ABCDEF";

  private SarifPlaces() {}

  static void artifact(Json json, String file) {
    json.object("artifactLocation").text("uri", uri(file)).text("uriBaseId", ROOT).endObject();
  }

  /** A relative URI: everything but unreserved characters and slashes is percent-encoded. */
  static String uri(String file) {
    StringBuilder uri = new StringBuilder(file.length() + 8);
    for (byte unit : file.getBytes(StandardCharsets.UTF_8)) {
      boolean letter = (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z');
      if (letter || (unit >= '0' && unit <= '9') || "-._~/".indexOf(unit) >= 0) {
        uri.append((char) unit);
      } else {
        uri.append('%').append(HEX.charAt((unit >> 4) & 0xf)).append(HEX.charAt(unit & 0xf));
      }
    }
    return uri.toString();
  }

  static void physical(Json json, Place place, Texts texts) {
    json.object("physicalLocation");
    artifact(json, place.file());
    json.object("region");
    positions(json, texts.start(place), end(place, texts));
    json.endObject().endObject();
  }

  /** A whole range, to be replaced as it is. */
  static void region(Json json, String name, Place place, Texts texts) {
    json.object(name);
    positions(json, texts.start(place), texts.end(place));
    json.endObject();
  }

  /**
   * Where a marked range ends. One that takes its line ending along ends on its own line: an alert
   * shows on a pull request only if each of its lines was touched.
   */
  private static Position end(Place place, Texts texts) {
    Position start = texts.start(place);
    Position end = texts.end(place);
    Optional<Texts.Masked> source = texts.of(place.file());
    if (source.isEmpty() || end.column() > 1 || end.line() == start.line()) {
      return end;
    }
    LineIndex lines = source.get().text().lines();
    int lineEnd = lines.line(end.line() - 1).end();
    return lines.position(Math.max(lineEnd, place.span().start()));
  }

  private static void positions(Json json, Position start, Position end) {
    json.number("startLine", start.line()).number("startColumn", start.column());
    json.number("endLine", end.line()).number("endColumn", end.column());
  }

  /** A message in which no bracket makes a link: only a viewer's own may lead elsewhere. */
  static String plain(String message) {
    return message.replace("](", "] (");
  }
}
