# Read by bin/plimsoll when no choice is remembered, or something has changed since.
# Sets java_home, feature and jvm (a hash that names this JVM at this place, empty without a cache).
# No JVM is started to learn its version: the file `release` tells it.

oldest=17

# Sets version (feature and update as one number), feature and refusal for the JVM in $1.
judge() {
  version=0 feature=0 refusal= text= variant=
  if [ ! -x "$1/bin/java" ]; then
    refusal="no executable bin/java"
  elif ! { while IFS='=' read -r name value; do
    value=${value#\"}
    value=${value%\"}
    case $name in
      JAVA_VERSION) text=$value ;;
      JVM_VARIANT) variant=$value ;;
    esac
  done <"$1/release"; } 2>/dev/null; then
    refusal="no readable file release"
  fi
  [ -z "$refusal" ] || return 1
  read_version
  case $variant in
    [Oo]pen[Jj]9*) refusal="$text, OpenJ9, not HotSpot" ;;
  esac
  [ "$feature" -ge "$oldest" ] || refusal="${text:-of unknown version}, older than $oldest"
  [ -z "$refusal" ]
}

# 1.8.0_402 is 8; 21.0.4 is 21, update 4; 26-ea counts as older than any 26.
read_version() {
  IFS=.
  set -- ${text%%[!0-9.]*}
  unset IFS
  feature=${1:-0} update=${3:-0}
  [ "$feature" != 1 ] || feature=${2:-0}
  case $feature$update in
    *[!0-9]* | ????????*) feature=0 update=0 ;;
  esac
  version=$((feature * 1000 + update))
  case $text in
    *-*) version=$((feature * 1000 - 1)) ;;
  esac
}

consider() {
  [ -d "$1" ] || return 0
  if judge "$1"; then
    [ "$version" -le "$best_version" ] || best_version=$version best=$1 best_feature=$feature
  else
    refused="$refused  $1: $refusal
"
  fi
}

# The java on PATH is mostly a link, or a chain of links, into the JVM's folder.
consider_path() {
  target=$java_on_path
  while [ -h "$target" ]; do
    link=$(readlink -- "$target") || return 0
    case $link in
      /*) target=$link ;;
      *) target=${target%/*}/$link ;;
    esac
  done
  case $target in
    */bin/java) if [ -f "${target%/bin/java}/release" ]; then consider "${target%/bin/java}"; fi ;;
  esac
}

# The folders in which systems, package managers and build tools install JVMs, then the part from there
# to the JVM's own folder.
folders() {
  set -- /usr/lib/jvm /usr/lib64/jvm /usr/java /opt/java /opt/jdk /opt/homebrew/opt /usr/local/opt \
    /Library/Java/JavaVirtualMachines "${HOME-}/Library/Java/JavaVirtualMachines" \
    "${HOME-}/.sdkman/candidates/java" "${HOME-}/.jdks" "${HOME-}/.gradle/jdks" \
    "${HOME-}/.asdf/installs/java" "${HOME-}/.local/share/mise/installs/java" "${HOME-}/.jenv/versions"
  watched=
  for folder; do
    watched=$watched${watched:+:}$folder
    set +f
    case $folder in
      */opt) set -- "$folder"/openjdk*/libexec/openjdk.jdk/Contents/Home ;;
      *) set -- "$folder"/* "$folder"/*/Contents/Home ;;
    esac
    set -f
    for candidate; do consider "$candidate"; done
  done
}

search() {
  best= best_version=0 refused=
  if [ -n "${PLIMSOLL_JAVA_HOME-}" ]; then
    judge "$PLIMSOLL_JAVA_HOME" ||
      fail "PLIMSOLL_JAVA_HOME names $PLIMSOLL_JAVA_HOME, which is no JVM to use: $refusal"
    best=$PLIMSOLL_JAVA_HOME best_feature=$feature watched=
    return 0
  fi
  [ -z "${JAVA_HOME-}" ] || consider "$JAVA_HOME"
  consider_path
  folders
  [ -n "$best" ] || fail "no JVM of version $oldest or newer found." \
    "Looked at PLIMSOLL_JAVA_HOME (not set), JAVA_HOME (${JAVA_HOME:-not set}), java on PATH (${java_on_path:-none})" \
    "and in $watched.${refused:+
Found, but of no use:
$refused}" \
    "Install a JDK of version $oldest or newer (25 or newer starts fastest), or set PLIMSOLL_JAVA_HOME to one."
}

# In a file of its own first: another start may be reading.
remember() {
  [ -n "$cache" ] || return 0
  jvm=$({ printf '%s\n' "$home" "$java_home" && cat "$java_home/release"; } 2>/dev/null | cksum) || jvm=
  jvm=${jvm%% *}
  [ -n "$jvm" ] && [ -z "$quiet" ] || return 0
  read_head "$java_home"
  umask_before=$(umask)
  umask 077
  printf '%s\n' "$key" "$java_home" "$head" "$feature $jvm" "$watched" >"$cache/$build.jvm.$$" &&
    mv -f "$cache/$build.jvm.$$" "$cache/$build.jvm"
  umask "$umask_before"
} 2>/dev/null

search
java_home=$best feature=$best_feature
remember
