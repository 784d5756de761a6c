# Sourced by mvnw and db: sets JAVA_HOME to an installed JDK that is new enough, or ends with one line.
# JAVA_HOME and the java on the path win where they are; else the oldest that suits, from where Linux distributions,
# macOS, Homebrew, SDKMAN, asdf, mise, jEnv and IntelliJ put them.

required_java=25

# Prints the feature version of the JDK in directory $1, or nothing where there is no JDK.
jdk_version() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  if [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\{0,1\}\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' "$1/release" | head -n 1
  else
    "$1/bin/java" -version 2>&1 | sed -n 's/.* version "\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' | head -n 1
  fi
}

is_suitable() {
  [ "${1:-0}" -ge "$required_java" ] 2>/dev/null
}

# Prints the home of the java on the path, links resolved (also where readlink knows no -f).
home_of_java_on_path() {
  java_on_path=$(command -v java 2>/dev/null) || return 0
  while [ -L "$java_on_path" ]; do
    target=$(readlink "$java_on_path")
    case "$target" in
    /*) java_on_path=$target ;;
    *) java_on_path=$(dirname "$java_on_path")/$target ;;
    esac
  done
  (cd "$(dirname "$java_on_path")/.." 2>/dev/null && pwd -P) || :
}

find_jdk() {
  for candidate in "${JAVA_HOME-}" "$(home_of_java_on_path)"; do
    if [ -n "$candidate" ] && is_suitable "$(jdk_version "$candidate")"; then
      printf '%s\n' "$candidate"
      return 0
    fi
  done
  set +f
  best='' best_version=''
  for candidate in \
    /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/java/* /usr/local/lib/jvm/* /opt/java/* /opt/jdk* /opt/*/jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec \
    "${SDKMAN_DIR:-${HOME-}/.sdkman}"/candidates/java/* "${ASDF_DATA_DIR:-${HOME-}/.asdf}"/installs/java/* \
    "${MISE_DATA_DIR:-${HOME-}/.local/share/mise}"/installs/java/* "${HOME-}"/.jenv/versions/* "${HOME-}"/.jdks/*; do
    version=$(jdk_version "$candidate")
    if is_suitable "$version" && { [ -z "$best" ] || [ "$version" -lt "$best_version" ]; }; then
      best=$candidate best_version=$version
    fi
  done
  printf '%s\n' "$best"
}

JAVA_HOME=$(find_jdk)
if [ -z "$JAVA_HOME" ]; then
  echo "Acme Dashboard needs JDK $required_java or later and found none: install one (https://adoptium.net) or set JAVA_HOME." >&2
  exit 1
fi
export JAVA_HOME
