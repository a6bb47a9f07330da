# What bin/start says when it cannot start: run by bin/test bin. Builds nothing and starts nothing.
# The last line is the summary.
set -u
root=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
good=0 bad=0

# Runs the rest of the words, and expects their status and that their output holds each text before "--".
expect() { # title, status, text… -- command…
  title=$1 wanted=$2 texts=""
  shift 2
  while [ "$1" != -- ]; do texts="$texts$1
"; shift; done
  shift
  output=$("$@" 2>&1 </dev/null)
  status=$?
  wrong=""
  [ "$status" -eq "$wanted" ] || wrong="ended with $status instead of $wanted"
  while IFS= read -r text; do
    case $output in *"$text"*) ;; *) wrong="$wrong; does not say '$text'" ;; esac
  done <<TEXTS
${texts%?}
TEXTS
  if [ -z "$wrong" ]; then good=$((good + 1)); return; fi
  bad=$((bad + 1))
  printf 'FAILED %s: %s\n%s\n' "$title" "$wrong" "$output"
}

start="$root/bin/start"
expect "help names every option" 0 --port --host --data --database --template --sample --admin-password starter 启动知客 -- "$start" --help
expect "an unknown option" 2 "unknown option '--prot'" "未知选项「--prot」" "--help" -- "$start" --prot 80
expect "an option without its value" 2 "--port needs a value" -- "$start" --port
expect "an option in the place of a value" 2 "--data needs a value" -- "$start" --data --sample
expect "a port that is no number" 2 "from 1 to 65535, not '80a'" "应为 1 到 65535" -- "$start" --port 80a
expect "a port that is too large" 2 "not '65536'" -- "$start" --port=65536
expect "a template that is not there" 2 "no template 'nowhere'" "There are: starter" -- "$start" --template nowhere
expect "sample data of no template" 2 "--sample brings the sample data of a template" -- "$start" --sample
: >"$here/file"
expect "a data directory that cannot be made" 1 "The data directory $here/file/data cannot be made" "--data" "数据目录" -- "$start" --data "$here/file/data"
expect "the backup's help names every option" 0 --verify --to --keep --passphrase-file --data --database 备份 -- "$root/bin/backup" --help
expect "the restore's help names every option" 0 --replace --passphrase-file --data --database 恢复 -- "$root/bin/restore" --help
expect "a restore of nothing" 2 "bin/restore FILE" -- "$root/bin/restore"
expect "bin/test refuses an unknown part" 2 "bin/test [unit|server|web|bin|e2e]" -- "$root/bin/test" everything
expect "bin/format refuses an unknown option" 2 "bin/format [--check]" -- "$root/bin/format" --chek

# What is needed to build: asked of the library, with a machine of our own making.
jdk() { # folder, version
  mkdir -p "$1/bin"
  printf 'JAVA_VERSION="%s.0.1"\n' "$2" >"$1/release"
  : >"$1/bin/javac"
  chmod +x "$1/bin/javac"
}
jdk "$here/seventeen" 17
jdk "$here/twenty-five" 25
jdk "$here/thirty" 30
mkdir -p "$here/jre/bin" && printf 'JAVA_VERSION="25.0.1"\n' >"$here/jre/release"
find_among() { # folders: prints the JDK that is found
  places=$*
  (
    . "$root/bin/lib/common.sh"
    jdk_places() { printf '%s\n' $places; }
    find_jdk
    echo "found $JAVA_HOME"
  )
}
expect "a newer JDK elsewhere than an old JAVA_HOME" 0 "found $here/twenty-five" -- find_among "$here/seventeen" "$here/twenty-five"
expect "a JDK newer than needed" 0 "found $here/thirty" -- find_among "$here/nowhere" "$here/thirty"
expect "only an old JDK" 1 "only older ones" "JDK 17  $here/seventeen" "Temurin 25" "JAVA_HOME" "知客需要 JDK 25" -- find_among "$here/seventeen" "$here/seventeen"
expect "no JDK, a runtime does not count" 1 "found none" -- find_among "$here/jre"

mkdir -p "$here/path"
for tool in sh sed dirname head; do ln -s "$(command -v $tool)" "$here/path/$tool"; done
without() { # runs a function of the library where there are no tools but the plainest
  (
    . "$root/bin/lib/common.sh"
    PATH="$here/path"
    "$@"
  )
}
expect "no Maven" 1 "did not find 'mvn'" "apt-get install maven" "没有找到「mvn」" -- without need_maven
expect "no Node.js" 1 "did not find 'node'" "Node.js 20 or newer" -- without need_node
printf '#!/bin/sh\necho v18.1.0\n' >"$here/path/node"
printf '#!/bin/sh\n' >"$here/path/npm"
chmod +x "$here/path/node" "$here/path/npm"
expect "an old Node.js" 1 "this is v18.1.0" "当前是 v18.1.0" -- without need_node

[ "$bad" -eq 0 ] || printf '%s of %s failed\n' "$bad" "$((good + bad))"
[ "$bad" -ne 0 ] || printf '%s passed\n' "$good"
[ "$bad" -eq 0 ]
