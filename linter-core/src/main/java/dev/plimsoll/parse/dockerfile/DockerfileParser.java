package dev.plimsoll.parse.dockerfile;

import dev.plimsoll.parse.DfaCache;
import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.dockerfile.tree.DockerfileTree;
import dev.plimsoll.text.SourceText;

/**
 * Reads Dockerfiles. An instance owns its lexer's tables and serves one thread; it keeps nothing of
 * one file for the next.
 */
public final class DockerfileParser {

  private final DfaCache tables = new DfaCache();

  /** Never throws on input; a file that BuildKit would refuse has a problem. */
  public Parsed<DockerfileTree> parse(SourceText source) {
    LineTokens lexer = new LineTokens(source.content());
    lexer.removeErrorListeners();
    tables.attach(lexer);
    return new FileReader(source, lexer).read();
  }
}
