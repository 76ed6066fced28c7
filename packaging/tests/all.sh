# shellcheck shell=bash disable=SC2154
# npanel test: everything that is checked before a change lands. Read by npanel, whose functions it uses.

ci_ip=10.77.0.12
logs=$top/target/test-logs
passed=0
failed=0

declare -A running since

log_of() { echo "$logs/${1//[^a-zA-Z]/-}.log"; }

# begin WHAT COMMAND...: one check, which goes on beside what follows, until it is finished.
begin() {
  local what=$1; shift
  say "$what"
  since[$what]=$SECONDS
  # a sub-shell, where set -e holds
  ( set -e; "$@" ) > "$(log_of "$what")" 2>&1 &
  running[$what]=$!
}

# finish WHAT: how it ended; a failed one shows the end of its log, and the others go on.
finish() {
  local what=$1
  if wait "${running[$what]}"; then passed=$((passed + 1)); else
    failed=$((failed + 1))
    tail -n 60 "$(log_of "$what")" | sed 's/^/    /'
    say "FAILED: $what, after $((SECONDS - since[$what])) s; all of it: $(log_of "$what")"
  fi
}

step() { begin "$@"; finish "$1"; }

scripts_are_clean() {
  grep -rlIE '^#!/bin/(ba)?sh' "$top" --exclude-dir=target --exclude-dir=.git | xargs shellcheck -x -P SCRIPTDIR
}

# install: a stock Karaf takes our features from the local repository. A red test keeps no package from being built and
# tried on a host: it is counted from its report. Two modules at a time: many wait for their daemons.
# A test that fails and then does not, beside another module's daemons, is named in the end, and stops nobody.
unit_tests() { maven -T 2 --fail-at-end -Dmaven.test.failure.ignore=true -Dsurefire.rerunFailingTestsCount=1 install; }

stock_karaf() { maven -Phost -pl itests/karaf verify; }

# fingerprint TREE: what is shipped from there
fingerprint() {
  (cd "$1" && find karaf-features -path '*/target/*' -name '*.jar' -type f ! -path '*/target/classes/*' -print0 |
    sort -z | xargs -0 sha256sum
  cd "$1/packaging/target/debs" && sha256sum -- *.deb)
}

# The same sources in another place and at another time give the same bytes. With what others leave of the processor.
reproducible() {
  renice -n 19 -p "$BASHPID" > /dev/null
  # not local: the trap runs when the function has returned
  copy=$(as_owner mktemp -d)
  trap 'rm -rf "$copy"' EXIT
  tar -C "$top" --exclude=target --exclude=.git -cf - . | as_owner tar -C "$copy" -xf -
  (cd "$copy" && as_owner mvn -B -q --no-transfer-progress -Dfast -am -pl "$shipped" package && as_owner packaging/build-debs)
  fingerprint "$top" > "$logs/here"
  fingerprint "$copy" > "$logs/there"
  [ -s "$logs/here" ]
  diff "$logs/here" "$logs/there"
}

package_rules() { as_owner lintian --fail-on error "$debs"/*.deb; }

ci_host() {
  "$testhost" destroy ci
  "$testhost" up ci "$ci_ip"
}

lifecycle() {
  ci_host
  "$testhost" push ci "$debs" /root
  "$testhost" push ci "$top/packaging/tests/lifecycle" /root
  "$testhost" exec ci /root/lifecycle /root/debs
}

tour() {
  ci_host
  install_in ci
  rm -f "$state/ci-credentials"
  # twice: it is safe to run again
  "$top/packaging/demo/tour" ci "$ci_ip" "$state/ci-credentials"
  "$top/packaging/demo/tour" ci "$ci_ip" "$state/ci-credentials"
}

# They boot their own host with this address. As root, what Maven has compiled before as the owner.
host_tests() {
  "$testhost" destroy ci
  "$top/itests/host/run"
  chown -R --reference="$top" "$top/itests/host/target"
}

# count REPORT ATTRIBUTE: a number of a test suite
count() { grep -oE -m1 '<testsuite .*' "$1" | grep -oE "\\b$2=\"[0-9]+\"" | head -n 1 | tr -dc 0-9; }

reports() { find "$top" -path '*/target/*-reports/TEST-*.xml' -newer "$logs/started"; }

# red: the tests that failed, or did so the first time, and the beginning of what each said
# shellcheck disable=SC2016 # the dollars are awk's
red() {
  reports | xargs -r awk '
    /<testcase / { name = $0; sub(/.* name="/, "", name); sub(/".*/, "", name)
                   class = $0; sub(/.* classname="/, "", class); sub(/".*/, "", class) }
    /<(failure|error)[ >\/]/ { print "FAILED: " class "." name; left = 12 }
    /<flaky(Failure|Error)[ >\/]/ { print "FAILED ONCE: " class "." name; left = 12 }
    left > 0 { print "    " substr($0, 1, 300); left-- }
    /<\/(failure|error|flakyFailure|flakyError)>/ { left = 0 }'
}

# checks PATTERN: how many lines of the lifecycle, which may not have been run
checks() { find "$logs" -name 'the-packages-*.log' -exec cat {} + | grep -c "$1" || true; }

# JUnit's counts and the lifecycle's lines are the tests; the steps themselves count once each.
sum_up() {
  local tests=0 broken=0 report
  while read -r report; do
    tests=$((tests + $(count "$report" tests) - $(count "$report" skipped)))
    broken=$((broken + $(count "$report" errors) + $(count "$report" failures)))
  done < <(reports)
  tests=$((tests + $(checks '^ok - ')))
  broken=$((broken + $(checks '^not ok - ')))
  passed=$((passed + tests - broken))
  failed=$((failed + broken))
  red
  say "took $((SECONDS / 60)) min $((SECONDS % 60)) s"
  echo "$passed passed, $failed failed"
}

# What is done on the host waits a good part of its time, for daemons that start or are frozen.
with_packages() {
  begin "two builds, same bytes" reproducible
  step "the packages, from install to purge" lifecycle
  step "the demo, twice" tour
  step "host tests" host_tests
  finish "two builds, same bytes"
  "$testhost" destroy ci
}

run_all() {
  need_all
  need lintian shellcheck
  need_daemons
  as_owner mkdir -p "$logs"
  rm -f "$logs"/*
  touch "$logs/started"
  "$testhost" build > "$logs/base.log" 2>&1 &
  local base=$!
  step "the scripts are clean" scripts_are_clean
  step "build; unit, architecture and contract tests" unit_tests
  wait $base || die "the base root of the test hosts: see $logs/base.log"
  begin "our features in a stock Karaf" stock_karaf
  step "the Debian packages" as_owner "$top/packaging/build-debs"
  if compgen -G "$debs/*.deb" > /dev/null; then
    step "lintian finds no error" package_rules
    with_packages
  else
    say "without packages nothing is tried on a host"
  fi
  finish "our features in a stock Karaf"
  sum_up
  [ $failed = 0 ]
}
