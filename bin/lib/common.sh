# What bin/start, bin/test, bin/bench and bin/format share. POSIX sh; sourced with $root set.

JAVA_NEEDED=25
NODE_NEEDED=20

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 69; }

# Prints the major version of the JDK in folder $1, or nothing. Reads its release file: starting a JVM takes a second.
jdk_version() {
  [ -x "$1/bin/javac" ] && [ -f "$1/release" ] && sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" | head -n 1
}

# Sets and exports JAVA_HOME to a JDK of version $JAVA_NEEDED or newer, or ends with a list of what was found.
find_jdk() {
  found=""
  on_path=$(command -v javac 2>/dev/null) && on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
  for home in "${ZHIKE_JAVA_HOME:-}" "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /usr/java/* /opt/*jdk* /opt/java/* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$home" ] && [ -d "$home" ] || continue
    version=$(jdk_version "$home") || continue
    [ -n "$version" ] || continue
    if [ "$version" -ge "$JAVA_NEEDED" ]; then
      JAVA_HOME=$home
      export JAVA_HOME
      return 0
    fi
    found="$found
  $home is JDK $version"
  done
  die "Zhike needs a JDK $JAVA_NEEDED or newer and found none.$found
Install one (for example Eclipse Temurin $JAVA_NEEDED), or set JAVA_HOME to it.
知客需要 JDK $JAVA_NEEDED 或更新的版本：请安装（例如 Eclipse Temurin $JAVA_NEEDED），或把 JAVA_HOME 指向它。"
}

need() { # command, what it is
  command -v "$1" >/dev/null 2>&1 || die "Zhike is built with $2 and did not find '$1'. Install it and start again.
构建知客需要 $2，但没有找到「$1」，请安装后重试。"
}

need_node() {
  need node "Node.js $NODE_NEEDED or newer"
  need npm "npm"
  version=$(node --version | sed 's/^v\([0-9]*\).*/\1/')
  [ "$version" -ge "$NODE_NEEDED" ] || die "Zhike is built with Node.js $NODE_NEEDED or newer; this is $(node --version).
构建知客需要 Node.js $NODE_NEEDED 或更新的版本，当前是 $(node --version)。"
}

# Runs Maven quietly; when it fails, shows what matters and ends the script.
mvn_run() {
  log=$(mktemp)
  if (cd "$root" && mvn -B -ntp "$@") >"$log" 2>&1; then rm -f "$log"; return 0; fi
  grep -E '^\[(ERROR|WARNING)\]|^Tests run|BUILD' "$log" | head -n 80 >&2
  say "The build failed; all of its output is in $log"
  exit 1
}

# Whether $1 is missing or older than any file below the folders that follow.
stale() {
  product=$1
  shift
  [ -e "$product" ] || return 0
  [ -n "$(find "$@" \( -name node_modules -o -name dist -o -name target \) -prune -o -type f -newer "$product" -print 2>/dev/null | head -n 1)" ]
}

install_web_packages() {
  need_node
  if [ "$root/$1/package-lock.json" -nt "$root/$1/node_modules/.package-lock.json" ]; then
    say "Installing the packages of $1 …"
    (cd "$root/$1" && npm ci --no-audit --no-fund --loglevel=error >&2) || die "npm could not install the packages of $1."
  fi
}

build_web() {
  if stale "$root/web/dist/index.html" "$root/web"; then
    install_web_packages web
    say "Building the pages …"
    (cd "$root/web" && npm run --silent build >&2) || die "The pages could not be built."
    touch "$root/web/dist/index.html"
  fi
}

build_server() {
  find_jdk
  app="$root/server/target/zhike"
  if stale "$app/zhike.jar" "$root/server/src" "$root/server/pom.xml" "$root/pom.xml" "$root/web/dist/index.html" "$root/apps"; then
    need mvn "Apache Maven 3.8.7 or newer"
    say "Building the server …"
    mvn_run -pl server -DskipTests package
    rm -rf "$app"
    "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$root/server/target/zhike.jar" extract --destination "$app" >/dev/null
    touch "$app/zhike.jar"
  fi
}

JVM_OPTIONS="-XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError -Dfile.encoding=UTF-8 -Duser.timezone=UTC"

# Once after a build, starts Zhike on a temporary folder and keeps what the JVM learned: later starts take half the time.
# A start never depends on it: an empty file says that it was tried and did not work here.
train_start() {
  aot="$root/server/target/zhike.aot"
  [ "${ZHIKE_QUICK_START:-yes}" = yes ] || return 0
  if [ -e "$aot" ] && [ ! "$app/zhike.jar" -nt "$aot" ]; then return 0; fi
  command -v timeout >/dev/null 2>&1 || return 0
  say "Preparing quick starts, once …"
  rm -f "$aot" "$aot.new"
  trial=$(mktemp -d) || return 0
  # shellcheck disable=SC2086
  if timeout -k 20 240 "$JAVA_HOME/bin/java" -Xmx512m $JVM_OPTIONS -XX:AOTCacheOutput="$aot.new" \
    -Dspring.context.exit=onRefresh -Dzhike.data="$trial" -Dserver.port=0 -jar "$app/zhike.jar" >/dev/null 2>&1 && [ -s "$aot.new" ]; then
    mv "$aot.new" "$aot"
  else
    : >"$aot"
  fi
  rm -rf "$trial" "$aot.new"
}
