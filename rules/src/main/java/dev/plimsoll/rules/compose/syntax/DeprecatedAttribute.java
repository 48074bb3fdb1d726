package dev.plimsoll.rules.compose.syntax;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import java.util.List;
import java.util.Optional;

/** Compose reads these keys for old files' sake, and warns of them at each start. */
@RuleInfo(
    id = "compose/deprecated-attribute",
    title = "Attribute is deprecated and has a successor",
    severity = Severity.WARNING,
    category = Category.MAINTAINABILITY,
    fix = Safety.SAFE)
public final class DeprecatedAttribute extends ComposeRule {

  private static final List<String> RESOURCES =
      List.of("volumes", "networks", "secrets", "configs");

  @Override
  public void file(ComposeFile file, RuleContext context) {
    for (YamlDocument document : file.documents()) {
      if (document.root().isPresent() && document.root().get() instanceof YamlNode.Mapping root) {
        services(root, file, context);
        for (String section : RESOURCES) {
          for (YamlNode.Entry entry : entries(root.find(section))) {
            external(entry.value(), file, context);
          }
        }
      }
    }
  }

  private static List<YamlNode.Entry> entries(Optional<YamlNode> node) {
    return node.isPresent() && node.get() instanceof YamlNode.Mapping mapping
        ? mapping.entries()
        : List.of();
  }

  private static void services(YamlNode.Mapping root, ComposeFile file, RuleContext context) {
    for (YamlNode.Entry service : entries(root.find("services"))) {
      renamed(service.value(), "x-develop", "develop", file, context);
      if (service.value() instanceof YamlNode.Mapping mapping) {
        for (String develop : List.of("develop", "x-develop")) {
          watch(mapping.find(develop), file, context);
        }
      }
    }
  }

  private static void watch(Optional<YamlNode> develop, ComposeFile file, RuleContext context) {
    if (develop.isPresent()
        && develop.get() instanceof YamlNode.Mapping mapping
        && mapping.find("watch").isPresent()
        && mapping.find("watch").get() instanceof YamlNode.Sequence list) {
      for (YamlNode item : list.items()) {
        renamed(item, "x-initialSync", "initial_sync", file, context);
      }
    }
  }

  private static void renamed(
      YamlNode node, String from, String to, ComposeFile file, RuleContext context) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      return;
    }
    for (YamlNode.Entry entry : mapping.entries()) {
      if (entry.key() instanceof YamlNode.Scalar key && key.text().equals(from)) {
        String address = file.anchor(key.slice()).address();
        Anchor anchor =
            new Anchor(
                address
                    .replace("/x-develop", "/develop")
                    .replace("/x-initialSync", "/initial_sync"));
        Edit edit = YamlEdits.of(file.yaml(), file.source()).renameKey(mapping, entry, to);
        context.report(
            Finding.at(anchor, key.slice(), "%s is deprecated: write " + to, key.slice())
                .withFix(Fix.safe("Rename to " + to, edit)));
      }
    }
  }

  /** {@code external} with a name of its own in it. */
  private static void external(YamlNode resource, ComposeFile file, RuleContext context) {
    if (!(resource instanceof YamlNode.Mapping mapping)) {
      return;
    }
    for (YamlNode.Entry entry : mapping.entries()) {
      if (entry.key() instanceof YamlNode.Scalar key
          && key.text().equals("external")
          && entry.value() instanceof YamlNode.Mapping old
          && old.find("name").isPresent()) {
        Anchor anchor = file.anchor(key.slice());
        Slice name = name(old);
        context.report(
            Finding.at(
                    anchor.child("name"),
                    name,
                    "%s within external is deprecated: write external: true and name beside it",
                    name)
                .withFix(fix(mapping, entry, old, file)));
      }
    }
  }

  private static Slice name(YamlNode.Mapping old) {
    for (YamlNode.Entry entry : old.entries()) {
      if (entry.key() instanceof YamlNode.Scalar key && key.text().equals("name")) {
        return key.slice();
      }
    }
    throw new IllegalStateException("the name is in it");
  }

  private static Fix fix(
      YamlNode.Mapping mapping, YamlNode.Entry entry, YamlNode.Mapping old, ComposeFile file) {
    return Fix.safe("Write the name beside external", split(mapping, entry, old, file));
  }

  /** Only where external is on lines of its own, with nothing but a name in it. */
  private static Edit split(
      YamlNode.Mapping mapping, YamlNode.Entry entry, YamlNode.Mapping old, ComposeFile file) {
    String content = file.source().content();
    int start = entry.key().slice().span().start();
    int keyEnd = entry.key().slice().span().end();
    int valueStart = old.slice().span().start();
    String indent = content.substring(content.lastIndexOf('\n', start) + 1, start);
    boolean plain =
        old.entries().size() == 1
            && old.properties().isEmpty()
            && mapping.find("name").isEmpty()
            && indent.isBlank()
            && content.charAt(valueStart) != '{'
            && content.substring(keyEnd, valueStart).strip().equals(":");
    if (!plain) {
      return new Edit.Impossible("external does not stand alone");
    }
    String newline = content.contains("\r\n") ? "\r\n" : "\n";
    return new Edit.Replace(file.name(), new Span(keyEnd, valueStart), ": true" + newline + indent);
  }
}
