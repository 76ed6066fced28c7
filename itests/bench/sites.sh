# shellcheck shell=bash disable=SC2154
# The web part of npanel bench: sites that are there when a client sees them. Read by bench.sh, whose functions it uses.

sites=${NPANEL_BENCH_SITES:-1000}

millis_since() { awk "BEGIN {printf \"%.0f\", ($(date +%s%N) - $1) / 1e6}"; }
median() { sort -n | awk '{all[NR] = $1} END {print all[int((NR + 1) / 2)]}'; }

# one request of its own, so that no connection is an old one; quiet about what is not there yet
seen() { curl --silent --max-time 5 --header "Host: $1" "http://$address/" | grep -q "<title>$1"; }

await_seen() { until seen "$1"; do :; done; }

domains_for_sites() { # FROM TO
  local i
  for ((i = $1; i <= $2; i++)); do
    printf '{"name": "v%d.sites.example"}' "$i" | api POST domains application/json > "$work/answer"
  done
}

# make_site NUMBER: through a client of its own, since several run at once
make_site() {
  local answer
  answer=$(printf '{"domain": "v%d.sites.example", "type": "STATIC", "www": "NONE"}' "$1" |
    curl --silent --show-error --cacert "$work/certificate" --max-time 60 --header "@$work/headers" --header "Content-Type: application/json" \
      --data-binary @- --output /dev/null --write-out '%{http_code}' "https://$address:8443/api/web/vhosts")
  [ "$answer" = 201 ] || echo "site $1: $answer" >&2
}

# one_by_one FROM TO: the median time until a client sees a new site, in ms
one_by_one() {
  local i began
  for ((i = $1; i <= $2; i++)); do
    began=$(date +%s%N)
    make_site "$i"
    await_seen "v$i.sites.example"
    millis_since "$began"
  done | median
}

# at_once FROM TO CLIENTS: ms until all of them are seen
at_once() {
  local i client began
  began=$(date +%s%N)
  for ((client = 0; client < $3; client++)); do
    (for ((i = $1 + client; i <= $2; i += $3)); do make_site "$i"; done) &
  done
  wait
  for ((i = $1; i <= $2; i++)); do await_seen "v$i.sites.example"; done
  millis_since "$began"
}

# the median of ten times of a command in the host, in ms
floor() {
  local began
  for _ in {1..10}; do
    began=$(date +%s%N)
    in_host "$@"
    millis_since "$began"
  done | median
}

# a new token, and in the file that make_site's clients read
log_in_again() {
  login bench
  api GET auth/me > "$work/answer"
}

measure_sites() {
  local last=$((sites + 200))
  log_in_again
  domains_for_sites 1 $last
  log_in_again
  one_by_one 1 5 > /dev/null # warm
  echo "site-p50 $(one_by_one 6 35)"
  echo "site-hundred $(at_once 36 135 100)"
  local began
  began=$(date +%s%N)
  at_once 136 "$sites" 20 > /dev/null
  echo "site-rate $(awk "BEGIN {printf \"%.0f\", ($sites - 135) / (($(date +%s%N) - $began) / 6e10)}")"
  log_in_again
  echo "site-check $(floor nginx -t -q)"
  echo "site-reload $(floor systemctl reload nginx)"
  echo "site-many-p50 $(one_by_one $((sites + 1)) $((sites + 30)))"
  echo "site-many-hundred $(at_once $((sites + 31)) $((sites + 130)) 100)"
}

table_of_sites() {
  row "create a site until a client sees it, small host" "p50 <= 80 ms" "$(figure site-p50) ms" "$(holds "$(figure site-p50) <= 80")"
  row "  100 at once, until all are seen" "" "$(figure site-hundred) ms" ""
  row "create a site until a client sees it, $sites there" "p50 <= 200 ms" "$(figure site-many-p50) ms" "$(holds "$(figure site-many-p50) <= 200")"
  row "  nginx -t, and a reload as systemd has it, beside it" "" "$(figure site-check) ms, $(figure site-reload) ms" ""
  row "  100 at once, until all are seen" "<= 5 s" "$(figure site-many-hundred) ms" "$(holds "$(figure site-many-hundred) <= 5000")"
  row "sites made from 135 to $sites by 20 clients" ">= 300/min" "$(figure site-rate)/min" "$(holds "$(figure site-rate) >= 300")"
}
