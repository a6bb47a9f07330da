# What bin/start, bin/test, bin/bench and bin/format share. POSIX sh; sourced with $root set.

JAVA_NEEDED=25
NODE_NEEDED=20

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 1; }
misused() { say "$*"; exit 2; }

# Runs a command in the folder $1 to its end. Ctrl-C and TERM end it and this script together: nothing goes on unseen.
run_in() {
  folder=$1
  shift
  (cd "$folder" && exec "$@") &
  child=$!
  guard_child
  status=0
  wait "$child" || status=$?
  leave_child
  return "$status"
}

guard_child() {
  trap 'stop_child 129' HUP
  trap 'stop_child 130' INT
  trap 'stop_child 143' TERM
}
leave_child() { trap - HUP INT TERM; }

clean_up() { :; } # removes what a step that is broken off leaves behind; steps redefine it
stop_child() {
  trap '' HUP INT TERM
  kill -TERM "$child" 2>/dev/null || true
  wait "$child" 2>/dev/null || true
  clean_up
  exit "$1"
}

# Runs a step of a build quietly and says how long it took; what it printed is shown when it fails.
step() { # what it is, a file for its output, folder, command…
  title=$1 log=$2
  shift 2
  began=$(date +%s)
  printf '%s … ' "$title" >&2
  mkdir -p "$(dirname "$log")" 2>/dev/null || die "
This needs to write to $(dirname "$log") and may not. Start it as the user who owns $root.
无法写入 $(dirname "$log")，请用 $root 的所有者启动。"
  if run_in "$@" >"$log" 2>&1 </dev/null; then
    say "$(($(date +%s) - began)) s"
    return 0
  fi
  say "failed / 失败"
  { grep -E '^\[(ERROR|WARNING)\]|^Tests run|BUILD|[Ee]rror' "$log" || tail -n 40 "$log"; } | head -n 80 >&2
  die "All of its output is in $log / 完整输出见 $log"
}

# Prints the major version of the JDK in folder $1, or nothing. Reads its release file: starting a JVM takes a second.
jdk_version() {
  [ -x "$1/bin/javac" ] && [ -f "$1/release" ] && sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" | head -n 1
}

# Where JDKs are looked for, one to a line, the likeliest first.
jdk_places() {
  on_path=$(command -v javac 2>/dev/null) && on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
  printf '%s\n' "${ZHIKE_JAVA_HOME:-}" "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /usr/java/* /opt/*jdk* /opt/java/* \
    "${HOME:-/}"/.sdkman/candidates/java/* "${HOME:-/}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home
}

# Sets and exports JAVA_HOME to a JDK of version $JAVA_NEEDED or newer, or ends with a list of what was found.
find_jdk() {
  found="" seen=" "
  while IFS= read -r home; do
    [ -n "$home" ] && [ -d "$home" ] || continue
    home=$(CDPATH= cd -- "$home" && pwd -P)
    case $seen in *" $home "*) continue ;; esac
    seen="$seen$home "
    version=$(jdk_version "$home") || continue
    [ -n "$version" ] || continue
    if [ "$version" -ge "$JAVA_NEEDED" ]; then
      JAVA_HOME=$home
      export JAVA_HOME
      return 0
    fi
    found="$found
  JDK $version  $home"
  done <<PLACES
$(jdk_places)
PLACES
  die "Zhike needs a JDK $JAVA_NEEDED or newer and found ${found:+only older ones:}${found:-none.}
Install one, for example Eclipse Temurin $JAVA_NEEDED (https://adoptium.net), or set JAVA_HOME to it, and start again.
知客需要 JDK $JAVA_NEEDED 或更新的版本（完整 JDK，不是 JRE）：请安装，例如 Eclipse Temurin $JAVA_NEEDED（https://adoptium.net），
或把 JAVA_HOME 指向它，然后重试。"
}

need() { # command, what it is, how Debian installs it
  command -v "$1" >/dev/null 2>&1 || die "Zhike is built with $2 and did not find '$1'. Install it (Debian, Ubuntu: apt-get install $3) and start again.
构建知客需要 $2，但没有找到「$1」。请安装（Debian、Ubuntu：apt-get install $3），然后重试。"
}

need_maven() { need mvn "Apache Maven 3.8.7 or newer" maven; }

need_node() {
  need node "Node.js $NODE_NEEDED or newer" "nodejs npm"
  need npm "npm" npm
  version=$(node --version | sed 's/^v\([0-9]*\).*/\1/')
  [ "$version" -ge "$NODE_NEEDED" ] || die "Zhike is built with Node.js $NODE_NEEDED or newer; this is $(node --version) ($(command -v node)).
Install a newer one (https://nodejs.org) and start again.
构建知客需要 Node.js $NODE_NEEDED 或更新的版本，当前是 $(node --version)（$(command -v node)）。请安装新版本（https://nodejs.org），然后重试。"
}

# Whether $1 is missing or older than any file below the folders that follow.
stale() {
  product=$1
  shift
  [ -e "$product" ] || return 0
  [ -n "$(find "$@" \( -name node_modules -o -name dist -o -name target \) -prune -o -type f -newer "$product" -print 2>/dev/null | head -n 1)" ]
}

install_packages() { # of web or e2e
  installed="$root/$1/node_modules/.package-lock.json"
  if [ ! -f "$installed" ] || [ "$root/$1/package-lock.json" -nt "$installed" ]; then
    need_node
    step "Installing the packages of $1 / 安装 $1 的依赖包" "$root/.cache/npm-$1.log" "$root/$1" \
      npm ci --no-audit --no-fund --loglevel=error
    touch "$installed"
  fi
}

find_browser() { # finds Chromium, or installs Debian's
  for candidate in "${ZHIKE_CHROMIUM:-}" "$(command -v chromium || true)" "$(command -v chromium-browser || true)" "$(command -v google-chrome || true)"; do
    [ -n "$candidate" ] && [ -x "$candidate" ] && { ZHIKE_CHROMIUM=$candidate; export ZHIKE_CHROMIUM; return 0; }
  done
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    say "Installing Chromium …"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-wqy-zenhei; } >"$root/.cache/apt.log" 2>&1 ||
      say "apt-get failed; see $root/.cache/apt.log"
    [ -x /usr/bin/chromium ] && { ZHIKE_CHROMIUM=/usr/bin/chromium; export ZHIKE_CHROMIUM; return 0; }
  fi
  die "What runs in a browser needs Chromium. Install it (Debian: apt-get install chromium fonts-wqy-zenhei), or set ZHIKE_CHROMIUM to it."
}

# The names that are needed for what is not built yet are checked before anything is built.
build_all() {
  find_jdk
  app="$root/server/target/zhike"
  web_stale=false server_stale=false
  stale "$root/web/dist/index.html" "$root/web" && web_stale=true
  { $web_stale || stale "$app/zhike.jar" "$root/server/src" "$root/server/pom.xml" "$root/pom.xml" "$root/web/dist/index.html" "$root/apps"; } &&
    server_stale=true
  if $web_stale; then need_node; fi
  if $server_stale; then need_maven; fi
  if $web_stale; then build_web; fi
  if $server_stale; then build_server; fi
}

build_web() {
  if stale "$root/web/dist/index.html" "$root/web"; then
    install_packages web
    step "Building the pages / 构建页面" "$root/.cache/web-build.log" "$root/web" npm run --silent build
    touch "$root/web/dist/index.html"
  fi
}

build_server() {
  step "Building the server, a few minutes the first time / 构建服务端，首次需要几分钟" "$root/.cache/server-build.log" "$root" \
    mvn -B -ntp -pl server -Dmaven.test.skip=true package
  rm -rf "$app"
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$root/server/target/zhike.jar" extract --destination "$app" >/dev/null ||
    die "The server's jar could not be unpacked into $app."
  touch "$app/zhike.jar"
}

JVM_OPTIONS="-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:+ExitOnOutOfMemoryError -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Duser.timezone=UTC"

# Whether the cache $aot was made of this build by this JDK. An empty one says that it was tried and did not work here.
quick_start_fits() {
  [ -e "$aot" ] && [ ! "$app/zhike.jar" -nt "$aot" ] && [ "$(cat "$aot.jdk" 2>/dev/null)" = "$jdk" ]
}

# Once after a build, starts Zhike on a temporary folder and keeps what the JVM learned: later starts take half the time.
# A start never depends on it.
train_start() {
  aot="$root/server/target/zhike.aot"
  jdk="$JAVA_HOME $(cksum <"$JAVA_HOME/release")"
  if [ "${ZHIKE_QUICK_START:-yes}" != yes ] || quick_start_fits || [ ! -w "$root/server/target" ]; then return 0; fi
  trial=$(mktemp -d) || return 0
  began=$(date +%s)
  printf 'Preparing quick starts, once / 准备快速启动，仅此一次 … ' >&2
  rm -f "$aot" "$aot.jdk"
  clean_up() { rm -rf "$trial" "$aot.new"; }
  # shellcheck disable=SC2086
  env -u ZHIKE_DATABASE_URL "$JAVA_HOME/bin/java" -Xmx512m $JVM_OPTIONS -XX:AOTCacheOutput="$aot.new" -Dzhike.data="$trial/data" -Dserver.port=0 \
    -Dzhike.admin-password=only-to-rehearse -jar "$app/zhike.jar" >"$trial/log" 2>&1 </dev/null &
  child=$!
  guard_child
  until grep -q '^Zhike is ready' "$trial/log" || ! kill -0 "$child" 2>/dev/null || [ $(($(date +%s) - began)) -gt 240 ]; do sleep 0.2; done
  kill -TERM "$child" 2>/dev/null || true
  wait "$child" || true
  leave_child
  if [ -s "$aot.new" ]; then mv "$aot.new" "$aot"; else : >"$aot"; fi
  printf '%s\n' "$jdk" >"$aot.jdk"
  clean_up
  clean_up() { :; }
  say "$(($(date +%s) - began)) s"
}
