# make-archive.sh HOME JAVA_HOME ARCHIVE FEATURE
# Runs Plimsoll over the small project in share/plimsoll/demo and has the JVM write down what it loaded.
# The archive gets its name only when it is whole and a JVM has started from it.

home=$1 java_home=$2 archive=$3 feature=$4
marker=$archive.making
draft=$archive.$$.draft

set -f
unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS JDK_AOT_VM_OPTIONS CDPATH IFS
umask 077
trap '' HUP INT QUIT # a closed terminal, or Ctrl-C, is meant for the run that the user sees

if [ "$feature" -ge 25 ]; then
  write=-XX:AOTCacheOutput=$draft
  use="-XX:AOTMode=on -XX:AOTCache="
else
  write=-XX:ArchiveClassesAtExit=$draft
  use="-Xshare:on -XX:SharedArchiveFile="
fi

# One line, the archive's options first; the collector is the launcher's, the archive depends on it.
plimsoll() {
  option=$1
  shift
  "$java_home/bin/java" ${option% *} "${option##* }" -XX:+UseSerialGC -Dfile.encoding=UTF-8 \
    -cp "$home/lib/plimsoll-cli.jar" "dev.plimsoll.cli.$@"
}

# Its exit status tells of findings; whether it worked, the file tells.
train() {
  cd "$home/share/plimsoll/demo" || return 1
  plimsoll "$write" Training .
  cd / || return 1
  [ -s "$draft" ] && plimsoll "$use$draft" Main --version
}

# The launcher opens an archive only in the size that it was made with.
note_size() {
  wc -c <"$draft" >"$draft.size" && mv -f -- "$draft.size" "$archive.size"
}

# Each build leaves an archive of some megabytes; the newest four are kept, and their JVM choices.
tidy() {
  cd "${archive%/*}" || return 1
  set +f
  for suffix in aot jsa jvm; do
    ls -t -- *."$suffix" 2>/dev/null | tail -n +5 | while IFS= read -r old; do rm -f -- "$old" "$old.size"; done
  done
  find . -name '*.draft*' -mtime +0 -exec rm -f -- {} +
}

if [ -f "$marker" ]; then
  read -r maker <"$marker" || maker=failed
  case $maker in
    *[!0-9]*) ;;
    *) if kill -0 "$maker"; then exit 0; fi ;;
  esac
  rm -f -- "$marker"
fi
set -C
echo "$$" >"$marker" || exit 0
set +C
if train && note_size && mv -f -- "$draft" "$archive"; then
  rm -f -- "$marker"
  tidy
else
  rm -f -- "$draft" "$draft".*
  echo failed >"$marker"
  exit 1
fi
