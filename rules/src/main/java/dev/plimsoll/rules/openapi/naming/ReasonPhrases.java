package dev.plimsoll.rules.openapi.naming;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the registry of HTTP status codes calls them (RFC 9110, section 15, and others). */
final class ReasonPhrases {

  private static final String[] ROWS = {
    "100 Continue",
    "101 Switching Protocols",
    "102 Processing",
    "103 Early Hints",
    "200 OK",
    "201 Created",
    "202 Accepted",
    "203 Non-Authoritative Information",
    "204 No Content",
    "205 Reset Content",
    "206 Partial Content",
    "207 Multi-Status",
    "208 Already Reported",
    "226 IM Used",
    "300 Multiple Choices",
    "301 Moved Permanently",
    "302 Found",
    "303 See Other",
    "304 Not Modified",
    "305 Use Proxy",
    "307 Temporary Redirect",
    "308 Permanent Redirect",
    "400 Bad Request",
    "401 Unauthorized",
    "402 Payment Required",
    "403 Forbidden",
    "404 Not Found",
    "405 Method Not Allowed",
    "406 Not Acceptable",
    "407 Proxy Authentication Required",
    "408 Request Timeout",
    "409 Conflict",
    "410 Gone",
    "411 Length Required",
    "412 Precondition Failed",
    "413 Content Too Large",
    "414 URI Too Long",
    "415 Unsupported Media Type",
    "416 Range Not Satisfiable",
    "417 Expectation Failed",
    "421 Misdirected Request",
    "422 Unprocessable Content",
    "423 Locked",
    "424 Failed Dependency",
    "425 Too Early",
    "426 Upgrade Required",
    "428 Precondition Required",
    "429 Too Many Requests",
    "431 Request Header Fields Too Large",
    "451 Unavailable For Legal Reasons",
    "500 Internal Server Error",
    "501 Not Implemented",
    "502 Bad Gateway",
    "503 Service Unavailable",
    "504 Gateway Timeout",
    "505 HTTP Version Not Supported",
    "506 Variant Also Negotiates",
    "507 Insufficient Storage",
    "508 Loop Detected",
    "511 Network Authentication Required",
    "1XX Informational",
    "2XX Success",
    "3XX Redirection",
    "4XX Client Error",
    "5XX Server Error"
  };

  /** By status, and by phrase without blanks and in lower case. */
  private static final Map<String, String> PHRASES = new HashMap<>();

  static {
    for (String row : ROWS) {
      PHRASES.put(row.substring(0, 3), row.substring(4));
      PHRASES.put(squeezed(row.substring(4)), row.substring(4));
    }
  }

  private ReasonPhrases() {}

  /**
   * The phrase of a response.
   *
   * @param name a status, a range of them, or the name of a component such as {@code NotFoundError}
   */
  static Optional<String> of(String name) {
    String known = PHRASES.get(name);
    if (known == null) {
      String squeezed = squeezed(name);
      String bare = without("response", without("error", without("response", squeezed)));
      known = PHRASES.getOrDefault(squeezed, PHRASES.get(bare));
    }
    return Optional.ofNullable(known);
  }

  private static String without(String ending, String name) {
    return name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;
  }

  private static String squeezed(String name) {
    StringBuilder squeezed = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      if (Character.isLetterOrDigit(name.charAt(i))) {
        squeezed.append(name.charAt(i));
      }
    }
    return squeezed.toString().toLowerCase(Locale.ROOT);
  }
}
