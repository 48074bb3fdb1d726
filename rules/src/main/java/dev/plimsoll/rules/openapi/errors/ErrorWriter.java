package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiVersion;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.text.Anchor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes errors into a description: by reference to a shared response of it where one fits, else to
 * a new one in the model of its errors, else in a new model. What is new is written once: each fix
 * brings what it needs of it in the same words, and equal insertions are one.
 */
final class ErrorWriter {

  private final OpenApiDescription api;
  private final OpenApiVersion version;
  private final OpenApiFile file;
  private final ErrorModel.Found model;
  private final SharedResponses shared;
  private final NewErrors texts;
  private final ErrorFormat format;
  private final SharedEdits written = new SharedEdits();
  private final Map<StandardError, NewYaml> responses = new HashMap<>();
  private final Optional<NewYaml> copy;

  ErrorWriter(OpenApiDescription api, List<Answers> answers, String errorModel) {
    this.api = api;
    this.version = api.version().orElseThrow();
    this.file = api.entry();
    this.model = ErrorModel.find(api);
    this.shared = new SharedResponses(api, answers);
    this.texts = new NewErrors(version);
    this.format = ErrorFormat.of(errorModel, version, file);
    this.copy =
        model.unnamed().isPresent() ? Copy.ofSchema(model.unnamed().get()) : Optional.empty();
  }

  /** What one fix changes. */
  private static final class Draft {
    private final List<Edit> edits = new ArrayList<>();
    private final List<ModelChange> changes = new ArrayList<>();
    private final Map<String, NewYaml> responses = new LinkedHashMap<>();
    private final Map<String, NewYaml> schemas = new LinkedHashMap<>();

    Optional<Fix> fix(String title) {
      Fix fix = draft(title);
      return fix.isPossible() ? Optional.of(fix) : Optional.empty();
    }

    Fix draft(String title) {
      Fix fix = Fix.unsafe(title, edits.toArray(new Edit[0]));
      for (ModelChange change : changes) {
        fix = fix.declaring(change);
      }
      for (String rule : schemas.isEmpty() ? List.<String>of() : NewErrors.WISHES) {
        fix = fix.mayTrigger(rule);
      }
      return fix;
    }
  }

  /** The fix that describes errors of an operation; nothing where there is no model to follow. */
  synchronized Optional<Fix> describing(Answers answers, List<StandardError> errors) {
    if (errors.isEmpty()) {
      return Optional.empty();
    }
    Draft draft = new Draft();
    List<String> names = new ArrayList<>();
    for (StandardError error : errors) {
      Optional<NewYaml> response =
          answers.method().equals("head")
              ? Optional.of(
                  NewYaml.mapping(NewYaml.pair("description", NewYaml.text(error.description()))))
              : reference(error, api.file(answers.operation()), draft);
      if (response.isEmpty()) {
        return Optional.empty();
      }
      addStatus(answers, error.status(), response.get(), draft);
      names.add(error.status());
    }
    addShared(draft);
    return draft.fix("Describe " + String.join(", ", names));
  }

  /** The fix that says what the body of a response is. */
  synchronized Optional<Fix> describingBody(ErrorResponse response) {
    Draft draft = new Draft();
    Optional<ErrorModel> body = model(draft);
    if (body.isEmpty() || api.file(response.definition()) != file) {
      return Optional.empty();
    }
    NewYaml.Pair pair = texts.body(body.get());
    draft.edits.add(edits().addKey(response.definition().node(), pair.key(), pair.value()));
    draft.changes.add(added(response.definition().anchor().child(pair.key())));
    addShared(draft);
    return draft.fix("Say what its body is").map(ErrorWriter::withCopies);
  }

  /** What says the same as others only now may be found to be repeated. */
  private static Fix withCopies(Fix fix) {
    return fix.mayTrigger("openapi/inline-error-response-repeated");
  }

  /** The fix that gives a media type of a response the schema of the errors. */
  synchronized Optional<Fix> describingBody(Body body, Anchor anchor) {
    Draft draft = new Draft();
    Optional<ErrorModel> meant = model(draft);
    if (meant.isEmpty() || api.file(body.key()) != file) {
      return Optional.empty();
    }
    NewYaml schema = NewErrors.reference(meant.get().reference());
    draft.edits.add(edits().addKey(body.node(), "schema", schema));
    draft.changes.add(added(anchor.child("schema")));
    addShared(draft);
    return draft.fix("Say what its body is").map(ErrorWriter::withCopies);
  }

  /** The model that most errors of the description have. */
  Optional<ErrorModel> model() {
    return model.model();
  }

  private Optional<NewYaml> reference(StandardError error, OpenApiFile from, Draft draft) {
    Optional<String> there = shared.find(error, from);
    if (there.isPresent()) {
      return Optional.of(NewErrors.reference(there.get()));
    }
    Optional<ErrorModel> body = from == file ? model(draft) : Optional.empty();
    if (body.isEmpty()) {
      return Optional.empty();
    }
    String name = shared.name(error);
    ErrorModel meant = body.get();
    draft.responses.put(
        name, responses.computeIfAbsent(error, each -> texts.response(each, meant)));
    return Optional.of(NewErrors.reference(reference(name)));
  }

  /** What refers to a shared response of the entry document. */
  String reference(String name) {
    return (version == OpenApiVersion.V2_0 ? "#/responses/" : "#/components/responses/") + name;
  }

  /** How a new shared response for an error is called. */
  String name(StandardError error) {
    return shared.name(error);
  }

  /** The part of a fix that adds a shared response, if there is one to add. */
  synchronized Fix sharing(String name, Optional<NewYaml> response) {
    Draft draft = new Draft();
    if (response.isPresent()) {
      draft.responses.put(name, response.get());
    }
    addShared(draft);
    return draft.draft("Refer to " + name);
  }

  /** The model of the description, or else a new one; nothing where it has several. */
  private Optional<ErrorModel> model(Draft draft) {
    String schemas = NewErrors.schemas(version);
    if (model.state() == ErrorModel.State.NONE) {
      draft.schemas.putAll(format.schemas());
      return Optional.of(format.model());
    }
    if (copy.isPresent()) {
      draft.schemas.put(NewErrors.ERROR, copy.get());
      return Optional.of(new ErrorModel(schemas + NewErrors.ERROR, model.mediaType()));
    }
    return model.model();
  }

  private void addStatus(Answers answers, String status, NewYaml response, Draft draft) {
    Optional<Entry> before = Optional.empty();
    for (Entry entry : answers.responses().entries()) {
      if (entry.key() instanceof Scalar key && rank(key.text()).compareTo(rank(status)) < 0) {
        before = Optional.of(entry);
      }
    }
    OpenApiFile from = api.file(answers.operation());
    YamlEdits edits = YamlEdits.of(from.yaml(), from.source());
    draft.edits.add(
        before.isPresent()
            ? edits.addKeyAfter(answers.responses(), before.get(), status, response)
            : edits.addFirstKey(answers.responses(), status, response));
    Anchor anchor = answers.operation().anchor().child("responses").child(status);
    draft.changes.add(ModelChange.of(ModelChange.Kind.ADD, from.name(), anchor));
  }

  /** Statuses go by their digits, ranges behind all that is in them, default behind all. */
  private static String rank(String status) {
    return status.equals("default") ? "6" : status.replace('x', 'X');
  }

  private void addShared(Draft draft) {
    Mapping root = file.root().orElseThrow();
    Optional<YamlNode> components = root.find("components");
    if (version == OpenApiVersion.V2_0) {
      addSection(root, Anchor.FILE, "definitions", draft.schemas, draft);
      addSection(root, Anchor.FILE, "responses", draft.responses, draft);
    } else if (draft.schemas.isEmpty() && draft.responses.isEmpty()) {
      return;
    } else if (components.isPresent() && components.get() instanceof Mapping mapping) {
      Anchor anchor = Anchor.FILE.child("components");
      addSection(mapping, anchor, "schemas", draft.schemas, draft);
      addSection(mapping, anchor, "responses", draft.responses, draft);
    } else if (components.isEmpty()) {
      Map<String, NewYaml> sections = new LinkedHashMap<>();
      if (!draft.schemas.isEmpty()) {
        sections.put("schemas", mapping(draft.schemas));
      }
      if (!draft.responses.isEmpty()) {
        sections.put("responses", mapping(draft.responses));
      }
      addSection(root, Anchor.FILE, "components", sections, draft);
    } else {
      draft.edits.add(new Edit.Impossible("components is not written in place"));
    }
  }

  /** Adds what a section lacks, or the section with it. */
  private void addSection(
      Mapping around, Anchor anchor, String name, Map<String, NewYaml> added, Draft draft) {
    Optional<YamlNode> section = around.find(name);
    if (added.isEmpty()) {
      return;
    }
    if (section.isEmpty() && isWhole(around)) {
      String place = name + added.keySet();
      draft.edits.add(
          written.adding(place, added, () -> edits().addKey(around, name, mapping(added))));
      draft.changes.add(added(anchor.child(name)));
    } else if (section.isPresent()
        && section.get() instanceof Mapping mapping
        && isWhole(mapping)) {
      for (Map.Entry<String, NewYaml> entry : added.entrySet()) {
        String key = entry.getKey();
        NewYaml value = entry.getValue();
        draft.edits.add(
            written.adding(
                name + ": " + key, Map.of(key, value), () -> edits().addKey(mapping, key, value)));
        draft.changes.add(added(anchor.child(name).child(entry.getKey())));
      }
    } else {
      draft.edits.add(new Edit.Impossible(name + " is not written in place"));
    }
  }

  /** Whether nothing of a mapping stands elsewhere, and there is a first key to go behind. */
  private static boolean isWhole(Mapping mapping) {
    return !mapping.entries().isEmpty()
        && mapping.find("$ref").isEmpty()
        && mapping.find("<<").isEmpty();
  }

  private static NewYaml mapping(Map<String, NewYaml> entries) {
    List<NewYaml.Pair> pairs = new ArrayList<>();
    for (Map.Entry<String, NewYaml> entry : entries.entrySet()) {
      pairs.add(NewYaml.pair(entry.getKey(), entry.getValue()));
    }
    return new NewYaml.Pairs(pairs);
  }

  private ModelChange added(Anchor anchor) {
    return ModelChange.of(ModelChange.Kind.ADD, file.name(), anchor);
  }

  private YamlEdits edits() {
    return YamlEdits.of(file.yaml(), file.source());
  }
}
