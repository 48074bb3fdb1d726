package dev.plimsoll.engine;

import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.rule.Message;
import dev.plimsoll.text.OneLine;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;

/** Renders messages; the only place where text of a file gets into one. */
final class Renderer {

  /** A longer quotation is cut: the excerpt beside the message shows the rest. */
  private static final int MAX_QUOTATION = 80;

  private final Masks masks;

  Renderer(Masks masks) {
    this.masks = masks;
  }

  String render(Message message) {
    StringBuilder text = new StringBuilder();
    String template = message.template();
    int next = 0;
    int at = 0;
    while (true) {
      int hole = template.indexOf("%s", at);
      if (hole < 0 || next == message.arguments().size()) {
        text.append(template, at, template.length());
        return masks.mask(text.toString());
      }
      text.append(template, at, hole).append(argument(message.arguments().get(next)));
      next++;
      at = hole + 2;
    }
  }

  private String argument(Object argument) {
    if (argument instanceof Slice slice) {
      return quotation(slice.text(), slice);
    }
    return argument instanceof Value value ? value.match(new ValueText()) : argument.toString();
  }

  private String quotation(String text, Slice origin) {
    if (masks.touches(origin.place())) {
      return Masks.MASK;
    }
    boolean isAltered = text.contains(ShellWord.UNKNOWN);
    String line = OneLine.of(isAltered ? written(origin) : text);
    return line.length() <= MAX_QUOTATION ? line : line.substring(0, MAX_QUOTATION - 1) + "…";
  }

  /** As the file has it: a view holds parameters that nobody wrote. */
  private static String written(Slice origin) {
    String content = origin.source().host().content();
    Place place = origin.place();
    return content.substring(place.span().start(), place.span().end());
  }

  private final class ValueText implements Value.Cases<String> {
    @Override
    public String known(Value.Known known) {
      return quotation(known.text(), known.origin());
    }

    @Override
    public String choice(Value.Choice choice) {
      return choice.byDefault().match(this);
    }

    @Override
    public String unknown(Value.Unknown unknown) {
      return "unknown";
    }
  }
}
