package dev.plimsoll.parse.small;

import dev.plimsoll.parse.small.tree.ProxyFile;
import dev.plimsoll.parse.small.tree.ProxyFile.Target;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads where nginx passes requests to. Source: nginx.org, Beginner's Guide, Configuration File's
 * Structure; ngx_http_upstream_module.
 */
public final class NginxReader {

  private static final Set<String> PASSES =
      Set.of("proxy_pass", "fastcgi_pass", "uwsgi_pass", "scgi_pass", "grpc_pass");

  private final SourceText source;
  private final String text;
  private final List<Target> targets = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final List<String> includes = new ArrayList<>();
  private final List<String> blocks = new ArrayList<>();
  private List<Slice> words = new ArrayList<>();
  private boolean isRead = true;
  private int at;

  private NginxReader(SourceText source) {
    this.source = source;
    this.text = source.content();
  }

  /** Reads a file; nothing of one that holds program text, or whose braces do not match. */
  public static ProxyFile read(SourceText source) {
    NginxReader reader = new NginxReader(source);
    while (reader.isRead && reader.at < reader.text.length()) {
      reader.step();
    }
    return reader.isRead && reader.blocks.isEmpty()
        ? new ProxyFile(reader.targets, reader.names, reader.includes)
        : ProxyFile.EMPTY;
  }

  private void step() {
    char c = text.charAt(at);
    if (c <= ' ') {
      at++;
    } else if (c == '#') {
      int end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end;
    } else if (c == ';') {
      directive();
      at++;
    } else if (c == '{') {
      open();
      at++;
    } else if (c == '}') {
      isRead = !blocks.isEmpty();
      if (isRead) {
        blocks.remove(blocks.size() - 1);
      }
      at++;
    } else {
      word();
    }
  }

  private void word() {
    int start = at;
    char quote = text.charAt(at);
    if (quote == '"' || quote == '\'') {
      at++;
      while (at < text.length() && text.charAt(at) != quote) {
        at += text.charAt(at) == '\\' ? 2 : 1;
      }
      isRead = at < text.length();
      words.add(source.slice(new Span(start + 1, Math.min(at, text.length()))));
      at++;
      return;
    }
    while (at < text.length() && !isEnd()) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at = Math.min(at, text.length());
    words.add(source.slice(new Span(start, at)));
  }

  /** A brace behind a dollar sign belongs to a variable. */
  private boolean isEnd() {
    char c = text.charAt(at);
    if (c == '$' && text.startsWith("{", at + 1)) {
      int end = text.indexOf('}', at);
      at = end < 0 ? text.length() - 1 : end;
      return false;
    }
    return c <= ' ' || c == ';' || c == '{';
  }

  private void open() {
    String name = words.isEmpty() ? "" : words.get(0).text();
    isRead &= !name.endsWith("_lua_block") && !name.isEmpty();
    if (name.equals("upstream") && words.size() == 2) {
      names.add(words.get(1).text());
    }
    blocks.add(name);
    words = new ArrayList<>();
  }

  private void directive() {
    if (words.size() >= 2) {
      String name = words.get(0).text();
      boolean isServer =
          name.equals("server")
              && !blocks.isEmpty()
              && blocks.get(blocks.size() - 1).equals("upstream");
      if (isServer || PASSES.contains(name)) {
        Optional<Target> target = ProxyTargets.of(words.get(1));
        if (target.isPresent()) {
          targets.add(new Target(target.get().host(), target.get().port(), isServer));
        }
      } else if (name.equals("include")) {
        includes.add(words.get(1).text());
      }
    }
    words = new ArrayList<>();
  }
}
