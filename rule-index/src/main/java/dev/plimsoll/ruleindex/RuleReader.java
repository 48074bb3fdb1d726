package dev.plimsoll.ruleindex;

import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.ruleindex.RuleModel.OptionModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.MirroredTypeException;
import javax.lang.model.type.TypeMirror;
import javax.tools.Diagnostic;

/** Reads one annotated class, and says what does not fit about it. */
final class RuleReader {

  private final ProcessingEnvironment environment;
  private final String rulesPackage;

  RuleReader(ProcessingEnvironment environment, String rulesPackage) {
    this.environment = environment;
    this.rulesPackage = rulesPackage;
  }

  RuleModel read(Element element) {
    TypeElement type = (TypeElement) element;
    RuleInfo info = type.getAnnotation(RuleInfo.class);
    String group = checkPackage(type, info.id());
    checkName(type, info.id());
    if (!type.getModifiers().contains(Modifier.FINAL)) {
      error("a rule is a final class", type);
    }
    List<String> hooks = new ArrayList<>();
    Base base = base(type, hooks);
    if (hooks.isEmpty()) {
      error("the rule overrides no hook of " + base.className() + ": it would never run", type);
    }
    TypeElement options = optionsType(info);
    String optionsName = options.getQualifiedName().toString();
    return new RuleModel(type, info, group, base, hooks, optionsName, options(options));
  }

  private String checkPackage(TypeElement type, String id) {
    String name = environment.getElementUtils().getPackageOf(type).getQualifiedName().toString();
    String group = name.substring(name.lastIndexOf('.') + 1);
    String language = id.substring(0, Math.max(0, id.indexOf('/')));
    if (!Vocabulary.isLanguage(language)) {
      error("the id " + id + " begins with no language", type);
    }
    if (!Vocabulary.isGroup(group)) {
      error("the folder " + group + " is no group of the shared vocabulary", type);
    }
    String expected = rulesPackage + "." + language + "." + group;
    if (!name.equals(expected)) {
      error("a rule with the id " + id + " lies in " + expected, type);
    }
    return group;
  }

  private void checkName(TypeElement type, String id) {
    StringBuilder expected = new StringBuilder();
    for (String word : id.substring(id.indexOf('/') + 1).split("-", -1)) {
      if (word.isEmpty() || !word.equals(word.toLowerCase(Locale.ROOT))) {
        error("the id " + id + " is not in lower-case words joined by hyphens", type);
        return;
      }
      expected.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    if (!type.getSimpleName().contentEquals(expected)) {
      error("a rule with the id " + id + " is called " + expected, type);
    }
  }

  /** The base class, adding the overridden hooks of it on the way up. */
  private Base base(TypeElement type, List<String> hooks) {
    List<ExecutableElement> methods = new ArrayList<>();
    TypeElement current = type;
    while (true) {
      Optional<Base> base = Base.of(current.getQualifiedName().toString());
      if (base.isPresent()) {
        addOverridden(current, type, methods, hooks);
        return base.get();
      }
      for (Element member : current.getEnclosedElements()) {
        if (member.getKind() == ElementKind.METHOD) {
          methods.add((ExecutableElement) member);
        }
      }
      if (!(current.getSuperclass() instanceof DeclaredType above)) {
        error("a rule extends one of the base classes in dev.plimsoll.rule", type);
        return Base.DOCKERFILE;
      }
      current = (TypeElement) above.asElement();
    }
  }

  private void addOverridden(
      TypeElement base, TypeElement type, List<ExecutableElement> methods, List<String> hooks) {
    for (Element hook : base.getEnclosedElements()) {
      if (hook.getKind() != ElementKind.METHOD) {
        continue;
      }
      for (ExecutableElement method : methods) {
        if (environment.getElementUtils().overrides(method, (ExecutableElement) hook, type)) {
          hooks.add(hook.getSimpleName().toString());
          break;
        }
      }
    }
  }

  private TypeElement optionsType(RuleInfo info) {
    TypeMirror mirror;
    try {
      throw new IllegalStateException("javac gave a class for " + info.options());
    } catch (MirroredTypeException e) {
      mirror = e.getTypeMirror();
    }
    return (TypeElement) environment.getTypeUtils().asElement(mirror);
  }

  private List<OptionModel> options(TypeElement type) {
    List<OptionModel> options = new ArrayList<>();
    for (RecordComponentElement component : type.getRecordComponents()) {
      String name = component.getSimpleName().toString();
      Option option = component.getAnnotation(Option.class);
      if (option == null) {
        error("the option " + name + " needs @Option with its help", component);
        continue;
      }
      String kind = kind(component);
      checkDefault(kind, List.of(option.byDefault()), component);
      checkPattern(kind, option, component);
      options.add(
          new OptionModel(
              name,
              kind,
              List.of(option.byDefault()),
              option.help(),
              option.pattern(),
              option.form()));
    }
    return options;
  }

  private String kind(RecordComponentElement component) {
    String type = component.asType().toString();
    return switch (type) {
      case "boolean" -> "boolean";
      case "int" -> "integer";
      case "double" -> "number";
      case "java.lang.String" -> "string";
      case "java.util.List<java.lang.String>" -> "list";
      case "java.util.Map<java.lang.String,java.lang.String>" -> "map";
      default -> {
        error(
            "an option is a boolean, int, double, String, List<String> or Map<String, String>, not "
                + type,
            component);
        yield "string";
      }
    };
  }

  private void checkDefault(String kind, List<String> byDefault, Element component) {
    boolean fits =
        switch (kind) {
          case "list" -> true;
          case "map" -> byDefault.isEmpty();
          case "integer" -> byDefault.size() == 1 && byDefault.get(0).matches("-?[0-9]{1,9}");
          case "number" ->
              byDefault.size() == 1 && byDefault.get(0).matches("[0-9]{1,9}(\\.[0-9]{1,9})?");
          case "boolean" -> byDefault.size() == 1 && byDefault.get(0).matches("true|false");
          default -> byDefault.size() == 1;
        };
    if (!fits) {
      error("the default does not fit the option's type", component);
    }
  }

  private void checkPattern(String kind, Option option, Element component) {
    boolean ofTexts = !kind.equals("integer") && !kind.equals("number") && !kind.equals("boolean");
    if (option.pattern().isEmpty() != option.form().isEmpty()
        || (!ofTexts && !option.pattern().isEmpty())) {
      error("a pattern is for texts, and goes with a form that says what it wants", component);
    }
  }

  private void error(String message, Element element) {
    environment.getMessager().printMessage(Diagnostic.Kind.ERROR, message, element);
  }
}
