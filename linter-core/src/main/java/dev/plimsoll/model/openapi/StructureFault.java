package dev.plimsoll.model.openapi;

import dev.plimsoll.parse.yaml.tree.CoreSchema;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import java.util.List;

/**
 * Where a document is not made as its version says.
 *
 * @param object the kind of object in which it stands
 * @param label how a message calls that object
 * @param field the name of the field
 * @param place the key that is unknown, the value that is wrong, the key of the object that lacks
 *     something
 * @param expected what may stand there: the fields that are known, the words that are allowed, or
 *     the type, as a message calls it
 * @param actual what stands there instead, as a message calls it; empty where that is not the point
 */
public record StructureFault(
    Kind kind,
    ObjectKind object,
    String label,
    String field,
    Slice place,
    Anchor anchor,
    List<String> expected,
    String actual) {

  public StructureFault {
    expected = List.copyOf(expected);
  }

  /** The versions in which such an object has the field. */
  public List<OpenApiVersion> knownIn() {
    return FieldTable.versionsWith(object, field);
  }

  /** Whether a number, true or false stands there, which quotes would make a text. */
  public boolean isNumberOrTruth() {
    return actual.equals(CoreSchema.Type.INTEGER.label())
        || actual.equals(CoreSchema.Type.BOOLEAN.label());
  }

  /** What is wrong. */
  public enum Kind {
    UNKNOWN_FIELD,
    MISSING_FIELD,
    WRONG_TYPE,
    INVALID_VALUE
  }
}
