package dev.plimsoll.rules.openapi.errors;

/** What the statuses of errors are called (RFC 9110, section 15). */
final class Phrases {

  private Phrases() {}

  /** The words of a status; empty for one that is seldom used. */
  static String of(String status) {
    return switch (status) {
      case "400" -> "Bad Request";
      case "401" -> "Unauthorized";
      case "402" -> "Payment Required";
      case "403" -> "Forbidden";
      case "404" -> "Not Found";
      case "405" -> "Method Not Allowed";
      case "406" -> "Not Acceptable";
      case "408" -> "Request Timeout";
      case "409" -> "Conflict";
      case "410" -> "Gone";
      case "412" -> "Precondition Failed";
      case "413" -> "Content Too Large";
      case "415" -> "Unsupported Media Type";
      case "422" -> "Unprocessable";
      case "429" -> "Too Many Requests";
      case "500" -> "Internal Server Error";
      case "501" -> "Not Implemented";
      case "502" -> "Bad Gateway";
      case "503" -> "Service Unavailable";
      case "504" -> "Gateway Timeout";
      default -> "";
    };
  }
}
