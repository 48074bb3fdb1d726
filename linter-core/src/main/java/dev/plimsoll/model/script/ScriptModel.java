package dev.plimsoll.model.script;

import dev.plimsoll.model.CommentSite;
import dev.plimsoll.model.CommentSite.Standing;
import dev.plimsoll.model.SourceModel;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.Script;
import dev.plimsoll.model.command.ScriptReader;
import dev.plimsoll.model.command.ScriptSecrets;
import dev.plimsoll.model.command.Shebang;
import dev.plimsoll.model.command.Shells;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.shell.tree.Dialect;
import dev.plimsoll.parse.shell.tree.ScriptTree;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Facet;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * A shell script in a file of its own. Nothing is known of where it runs; one without a shebang is
 * taken for what bash reads.
 *
 * @param script one that is not read where the shebang names no shell
 */
public record ScriptModel(SourceText source, Optional<Shebang> shebang, Script script)
    implements SourceModel, OutsideScript {

  public static ScriptModel of(SourceText source, ScriptReader scripts) {
    Slice all = source.slice(new Span(0, source.content().length()));
    Optional<Shebang> shebang = Shebang.of(source.content());
    Shells shells = new Shells(Dialect.BASH);
    Optional<Dialect> dialect =
        shebang.isPresent() ? shells.dialect(shebang.get().program()) : Optional.of(Dialect.BASH);
    Script script =
        dialect.isPresent()
            ? scripts.read(Anchor.FILE, all, dialect.get(), shells)
            : Script.unread(Anchor.FILE, all);
    return new ScriptModel(source, shebang, script);
  }

  @Override
  public List<Problem> problems() {
    return script.problems();
  }

  @Override
  public Optional<Slice> template() {
    return TemplateLine.in(this);
  }

  @Override
  public List<Facet> facets() {
    return script.facets();
  }

  @Override
  public List<Place> secrets() {
    return ScriptSecrets.in(source, List.of(this));
  }

  @Override
  public List<Slice> comments() {
    Optional<ScriptTree> tree = script.tree();
    return tree.isPresent() ? tree.get().comments() : List.of();
  }

  @Override
  public CommentSite site(Slice comment) {
    Span place = comment.place().span();
    CommentSite next = script.siteAfter(place.end());
    if (!CommentSite.isAlone(comment)) {
      return next.standing(Standing.TRAILING);
    }
    List<Command> commands = script.commands();
    boolean first =
        commands.isEmpty() || commands.get(0).slice().place().span().start() >= place.end();
    return next.standing(first ? Standing.HEAD : Standing.BODY);
  }

  @Override
  public Anchor anchor() {
    return Anchor.FILE;
  }

  @Override
  public Host host() {
    return Host.FILE;
  }

  /** The words of its shebang; none where it has none. */
  @Override
  public List<String> shell() {
    return shebang.isPresent() ? shebang.get().words() : List.of();
  }

  @Override
  public String elsewhere() {
    return "whoever runs the script says so";
  }
}
