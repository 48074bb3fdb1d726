package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts responses that operations write out alike among the shared ones. */
final class Hoisting {

  private static final int MOST_WORDS = 4;

  private final OpenApiFile file;
  private final OpenApiDescription api;
  private final ErrorWriter writer;
  private final Map<String, OpenApiObject> shared = new HashMap<>();
  private final Set<String> names = new HashSet<>();

  Hoisting(OpenApiDescription api, ErrorWriter writer) {
    this.api = api;
    this.file = api.entry();
    this.writer = writer;
    for (OpenApiObject object : api.objects(ObjectKind.RESPONSE)) {
      if (SharedResponses.isNamed(object, api)) {
        shared.putIfAbsent(Copy.signature(object.node()), object);
        names.add(object.name());
      }
    }
  }

  /** The shared response that says the same. */
  Optional<OpenApiObject> shared(String signature) {
    return Optional.ofNullable(shared.get(signature));
  }

  /** The fix that makes copies refer to a shared response, a new one where there is none. */
  Optional<Fix> fix(List<ErrorResponse> copies, Optional<OpenApiObject> known) {
    Mapping first = copies.get(0).definition().node();
    Optional<String> name =
        known.isPresent() ? Optional.of(known.get().name()) : name(copies, first);
    Optional<NewYaml> copy = known.isPresent() ? Optional.of(NewYaml.list()) : Copy.of(first);
    if (name.isEmpty() || copy.isEmpty()) {
      return Optional.empty();
    }
    String reference = writer.reference(name.get());
    Fix fix = safe(writer.sharing(name.get(), known.isPresent() ? Optional.empty() : copy));
    for (ErrorResponse each : copies) {
      OpenApiObject definition = each.definition();
      if (api.file(definition) != file || hasComment(definition.node().slice())) {
        return Optional.empty();
      }
      fix = with(fix, definition, reference);
    }
    return fix.isPossible() ? Optional.of(fix) : Optional.empty();
  }

  /** All that is added is what was written out: the resolved document stays the same. */
  private Fix safe(Fix fix) {
    List<ModelChange> changes = new ArrayList<>();
    for (ModelChange change : fix.changes()) {
      changes.add(ModelChange.of(ModelChange.Kind.SHARING, change.file(), change.anchor()));
    }
    return new Fix(
        fix.title(), Safety.SAFE, fix.edits(), fix.newFiles(), changes, fix.mayTrigger());
  }

  private Fix with(Fix fix, OpenApiObject copy, String reference) {
    Edit edit = Edit.replace(copy.node().slice(), referring(copy.node().slice(), reference));
    List<Edit> edits = new ArrayList<>(fix.edits());
    edits.add(edit);
    return new Fix(
            fix.title(), fix.safety(), edits, fix.newFiles(), fix.changes(), fix.mayTrigger())
        .declaring(ModelChange.of(ModelChange.Kind.SHARING, file.name(), copy.anchor()));
  }

  /** In the brackets that it stands in, with the blanks within them. */
  private String referring(Slice node, String reference) {
    String text = node.text();
    boolean isQuoted = file.isJson();
    String entry = (isQuoted ? "\"$ref\": \"" : "$ref: \"") + reference + '"';
    if (!text.startsWith("{")) {
      return entry;
    }
    int start = 1;
    while (text.charAt(start) <= ' ') {
      start++;
    }
    int end = text.length() - 1;
    while (text.charAt(end - 1) <= ' ') {
      end--;
    }
    return text.substring(0, start) + entry + text.substring(end);
  }

  private boolean hasComment(Slice node) {
    for (Slice comment : file.yaml().comments()) {
      if (comment.span().overlaps(node.span())) {
        return true;
      }
    }
    return false;
  }

  /** A name that none has: that of the status, or what the description says in a few words. */
  private Optional<String> name(List<ErrorResponse> copies, Mapping first) {
    String status = copies.get(0).definition().name();
    boolean isOne = true;
    for (ErrorResponse each : copies) {
      isOne &= each.definition().name().equals(status);
    }
    Optional<StandardError> error = isOne ? StandardError.of(status) : Optional.empty();
    String usual = error.isPresent() ? writer.name(error.get()) : "";
    if (!usual.isEmpty() && !names.contains(usual)) {
      return Optional.of(usual);
    }
    String described = described(first);
    return described.isEmpty() || names.contains(described)
        ? Optional.empty()
        : Optional.of(described);
  }

  private static String described(Mapping response) {
    String text =
        response.find("description").isPresent()
            ? response.find("description").get().slice().text()
            : "";
    StringBuilder name = new StringBuilder();
    String[] words = text.replaceAll("[^A-Za-z ]", " ").strip().split(" +", -1);
    for (String word : words) {
      if (!word.isEmpty()) {
        name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
      }
    }
    return words.length > MOST_WORDS ? "" : name.toString();
  }
}
