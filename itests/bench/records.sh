# shellcheck shell=bash disable=SC2154
# One client of npanel bench that adds records, to nPanel and to PowerDNS itself by turns. Read by bench.sh, whose functions it uses.

warm_up=1200 # the JVM compiles late (ADR 11): what is called once in a request, after a thousand
measured=1000

# by_turns: curl's configuration, over a connection that is kept. A client in Java would take a fifth of the time for itself.
by_turns() {
  local i
  for ((i = 1; i <= warm_up + measured; i++)); do
    [ "$i" = 1 ] || echo next
    cat << REQUESTS
url = "https://$bench_ip:8443/api/dns/bench.example/records"
cacert = "$work/certificate"
header = "@$work/headers"
header = "Content-Type: application/json"
data = "{\"name\": \"one$i\", \"type\": \"A\", \"ttl\": 300, \"content\": \"192.0.2.1\"}"
output = "/dev/null"
write-out = "one %{http_code} %{time_total}\n"
silent
next
url = "http://127.0.0.1:8081/api/v1/servers/localhost/zones/bench.example."
request = "PATCH"
header = "@$work/pdns-headers"
header = "Content-Type: application/json"
data = "{\"rrsets\": [{\"name\": \"direct$i.bench.example.\", \"type\": \"A\", \"ttl\": 300, \"changetype\": \"REPLACE\",\
  \"records\": [{\"content\": \"192.0.2.1\", \"disabled\": false}]}]}"
output = "/dev/null"
write-out = "direct %{http_code} %{time_total}\n"
silent
REQUESTS
  done
}

# quantiles NAME STATUS: of the answers of this name on standard input, all of which have to be of this status; the first do not count
quantiles() {
  awk -v name="$1" -v status="$2" '$1 == name && $2 == status {print $3 * 1000}' | tail -n "+$((warm_up + 1))" | sort -n |
    awk -v name="$1" -v count="$measured" '{all[NR] = $1} END {
      if (NR != count) { print name ": " NR " of " count " answers are as they have to be" > "/dev/stderr"; exit 1 }
      printf "%s-p50 %.1f\n%s-p99 %.1f\n", name, all[int(NR / 2) + 1], name, all[int(NR * 99 / 100) + 1]
    }'
}

one_client() {
  login bench >&2
  api GET auth/me > /dev/null # which writes $work/headers
  echo "X-API-Key: $pdns_key" > "$work/pdns-headers"
  by_turns > "$work/requests"
  ip netns exec npanel-bench curl --config "$work/requests" > "$work/answers"
  quantiles one 201 < "$work/answers"
  quantiles direct 204 < "$work/answers"
}
