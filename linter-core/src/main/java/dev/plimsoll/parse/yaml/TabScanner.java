package dev.plimsoll.parse.yaml;

import org.snakeyaml.engine.v2.exceptions.ScannerException;
import org.snakeyaml.engine.v2.scanner.Scanner;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.tokens.Token;

/**
 * The library's scanner, which takes tabs between tokens too: YAML forbids them in indentation
 * alone. When the scanner refuses one, it has not yet taken anything, and can be asked again.
 */
final class TabScanner implements Scanner {

  private final Scanner scanner;
  private final StreamReader reader;
  private final String content;
  private final CodePoints codePoints;
  private final int base;

  /**
   * @param base the code points before what the reader reads
   */
  TabScanner(
      Scanner scanner, StreamReader reader, String content, CodePoints codePoints, int base) {
    this.scanner = scanner;
    this.reader = reader;
    this.content = content;
    this.codePoints = codePoints;
    this.base = base;
  }

  @Override
  public boolean checkToken(Token.ID... choices) {
    while (true) {
      try {
        return scanner.checkToken(choices);
      } catch (ScannerException e) {
        skip(e);
      }
    }
  }

  @Override
  public Token peekToken() {
    while (true) {
      try {
        return scanner.peekToken();
      } catch (ScannerException e) {
        skip(e);
      }
    }
  }

  @Override
  public boolean hasNext() {
    while (true) {
      try {
        return scanner.hasNext();
      } catch (ScannerException e) {
        skip(e);
      }
    }
  }

  @Override
  public Token next() {
    peekToken(); // what may fail fails here, before the token is taken
    return scanner.next();
  }

  @Override
  public void resetDocumentIndex() {
    scanner.resetDocumentIndex();
  }

  private void skip(ScannerException refused) {
    boolean tab = reader.peek() == '\t' && refused.getProblem().contains("TAB");
    if (!tab || !separates(codePoints.toUtf16(reader.getIndex() + base))) {
      throw refused;
    }
    int length = 0;
    while (reader.peek(length) == '\t' || reader.peek(length) == ' ') {
      length++;
    }
    reader.forward(length);
  }

  /** Whether the tab at an offset stands between two tokens and not in an indentation. */
  private boolean separates(int tab) {
    if (tab > 0 && content.charAt(tab - 1) == '\t') {
      return true; // within brackets the scanner takes the first tab itself
    }
    int first = content.lastIndexOf('\n', tab - 1) + 1;
    boolean signsOnly = true;
    boolean blanksOnly = true;
    for (int at = first; at < tab; at++) {
      char c = content.charAt(at);
      blanksOnly &= ReadableText.isBlank(c);
      signsOnly &= ReadableText.isBlank(c) || c == '-' || c == '?' || c == ':';
    }
    int next = tab;
    while (next < content.length() && ReadableText.isBlank(content.charAt(next))) {
      next++;
    }
    if (blanksOnly) {
      return content.startsWith("{", next) || content.startsWith("[", next);
    }
    return !startsCollection(next, signsOnly);
  }

  private boolean startsCollection(int at, boolean keyToo) {
    if (at >= content.length()) {
      return false;
    }
    char c = content.charAt(at);
    boolean alone = at + 1 == content.length() || content.charAt(at + 1) <= ' ';
    return (alone && (c == '-' || c == '?' || c == ':')) || (keyToo && KeyLines.isKey(content, at));
  }
}
