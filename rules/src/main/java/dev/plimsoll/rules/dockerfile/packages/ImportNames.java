package dev.plimsoll.rules.dockerfile.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** By which names Python imports the packages of its index. */
final class ImportNames {

  /** Those that are not the package's own. */
  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("attrs", "attr"),
          Map.entry("beautifulsoup4", "bs4"),
          Map.entry("discord-py", "discord"),
          Map.entry("django-rest-framework", "rest_framework"),
          Map.entry("djangorestframework", "rest_framework"),
          Map.entry("faiss-cpu", "faiss"),
          Map.entry("gitpython", "git"),
          Map.entry("google-cloud-storage", "google"),
          Map.entry("grpcio", "grpc"),
          Map.entry("markdown", "markdown"),
          Map.entry("opencv-python", "cv2"),
          Map.entry("opencv-python-headless", "cv2"),
          Map.entry("pillow", "pil"),
          Map.entry("protobuf", "google"),
          Map.entry("pycryptodome", "crypto"),
          Map.entry("pyjwt", "jwt"),
          Map.entry("pymupdf", "fitz"),
          Map.entry("pyserial", "serial"),
          Map.entry("python-dateutil", "dateutil"),
          Map.entry("python-docx", "docx"),
          Map.entry("python-dotenv", "dotenv"),
          Map.entry("python-jose", "jose"),
          Map.entry("python-magic", "magic"),
          Map.entry("python-pptx", "pptx"),
          Map.entry("python-slugify", "slugify"),
          Map.entry("pyyaml", "yaml"),
          Map.entry("pyzmq", "zmq"),
          Map.entry("scikit-image", "skimage"),
          Map.entry("scikit-learn", "sklearn"),
          Map.entry("sentry-sdk", "sentry_sdk"),
          Map.entry("websocket-client", "websocket"));

  /** Servers, tools, drivers and engines, which others load by a name in a text. */
  private static final Set<String> UNSEEN =
      Set.of(
          "aiosqlite",
          "alembic",
          "argon2-cffi",
          "asyncpg",
          "bcrypt",
          "black",
          "certifi",
          "coverage",
          "cryptography",
          "cx-oracle",
          "daphne",
          "email-validator",
          "fastparquet",
          "flake8",
          "flower",
          "greenlet",
          "gunicorn",
          "hiredis",
          "html5lib",
          "httptools",
          "hypercorn",
          "ipython",
          "isort",
          "itsdangerous",
          "jinja2",
          "lxml",
          "markupsafe",
          "mypy",
          "mysqlclient",
          "numexpr",
          "oracledb",
          "openpyxl",
          "pip",
          "poetry",
          "psycopg",
          "psycopg2",
          "psycopg2-binary",
          "psycopg-binary",
          "pyarrow",
          "pylint",
          "pymysql",
          "pyodbc",
          "pytest",
          "python-multipart",
          "redis",
          "ruff",
          "s3fs",
          "setuptools",
          "supervisor",
          "tables",
          "tox",
          "tzdata",
          "urllib3",
          "uvicorn",
          "uvloop",
          "waitress",
          "watchfiles",
          "websockets",
          "werkzeug",
          "wheel",
          "xlrd");

  private static final List<String> FAMILIES =
      List.of(
          "apache-airflow",
          "azure-",
          "google-",
          "jupyter",
          "mkdocs",
          "nvidia-",
          "opentelemetry-",
          "pytest-",
          "types-",
          "sphinx");

  /** Hardly anybody asks for them: others do. */
  private static final Set<String> OF_OTHERS =
      Set.of(
          "anyio",
          "charset-normalizer",
          "h11",
          "idna",
          "iniconfig",
          "pluggy",
          "pycparser",
          "sniffio",
          "typing-extensions",
          "zipp");

  private ImportNames() {}

  /** Whether it is mostly there because another package needs it. */
  static boolean isOfOthers(String name) {
    return OF_OTHERS.contains(key(name));
  }

  /** Words of which a source that uses the package has one at least. */
  static List<String> of(String name) {
    String key = key(name);
    List<String> names = new ArrayList<>();
    names.add(key.replace('-', '_').replace('.', '_'));
    names.add(key.replace("-", ""));
    String other = OTHERS.get(key);
    if (other != null) {
      names.add(other);
    }
    for (String prefix : List.of("python-", "py", "django-", "flask-")) {
      if (key.startsWith(prefix)) {
        names.add(key.substring(prefix.length()).replace('-', '_'));
      }
    }
    if (key.endsWith("-python")) {
      names.add(key.substring(0, key.length() - "-python".length()).replace('-', '_'));
    }
    int dash = key.indexOf('-');
    if (dash > 0) {
      names.add(key.substring(0, dash));
    }
    return names;
  }

  /** Whether nothing need import it for it to be in use. */
  static boolean isLoadedUnseen(String name) {
    String key = key(name);
    if (UNSEEN.contains(key) || key.contains("plugin")) {
      return true;
    }
    for (String family : FAMILIES) {
      if (key.startsWith(family)) {
        return true;
      }
    }
    return false;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
