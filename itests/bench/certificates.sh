# shellcheck shell=bash disable=SC2154
# The certificates of npanel bench: issued by an authority in the test host, and listed. Read by bench.sh, whose functions it uses.

queued=100
listed=1000

# issue NUMBER: the id of the job
issue() { printf '{"names": ["c%d.certificates.example"]}' "$1" | api POST ssl application/json | jq -er .id; }

state_of() { api GET "jobs/$1" | jq -r .state; }

await_issued() {
  local state
  until [ "${state:-}" = DONE ]; do
    state=$(state_of "$1")
    [ "$state" != FAILED ] || { api GET "jobs/$1" >&2; return 1; }
  done
}

issued_one_by_one() { # FROM TO
  local i began
  for ((i = $1; i <= $2; i++)); do
    began=$(date +%s%N)
    await_issued "$(issue "$i")"
    millis_since "$began"
  done | median
}

# certificates in a minute, when all are asked for at once
issued_at_once() { # FROM TO
  local i job began jobs=()
  began=$(date +%s%N)
  for ((i = $1; i <= $2; i++)); do jobs+=("$(issue "$i")"); done
  for job in "${jobs[@]}"; do await_issued "$job"; done
  awk "BEGIN {printf \"%.0f\", ${#jobs[@]} / (($(date +%s%N) - $began) / 6e10)}"
}

# asked PATH...: the time from the requests, one after the other on one connection, to the end of their answers, in ms
asked() {
  local path urls=()
  for path; do urls+=(--output /dev/null --url "https://$address:8443/api/$path"); done
  for _ in {1..15}; do
    curl --silent --show-error --fail --cacert "$work/certificate" --header "@$work/headers" "${urls[@]}" \
      --write-out '%{time_appconnect} %{time_total}\n' | awk '{sum += $2 - $1} END {printf "%.0f\n", sum * 1000}'
  done | median
}

names_for_certificates() {
  local i
  printf '{"name": "certificates.example"}' | api POST domains application/json > "$work/answer"
  zone certificates.example > /dev/null
  {
    printf '%s\n' "\$TTL 300" "@ NS ns1" "@ NS ns2" "ns1 A $address" "ns2 A $address"
    for ((i = 1; i <= queued + 6; i++)); do printf 'c%d A %s\n' "$i" "$address"; done
  } | make "their addresses" POST dns/certificates.example/import text/dns
}

self_signed() {
  local i
  for ((i = queued + 7; i <= listed; i++)); do
    printf '{"names": ["c%d.certificates.example"], "key": "EC256", "days": 90}' "$i" | json "c$i" POST ssl/self-signed > /dev/null
  done
}

# two pages: what a listing asks for at most is 500
measure_list() {
  local next
  login bench >&2
  next=$(api GET "ssl?limit=500" | jq -er .next)
  [ "$(api GET "ssl?limit=500&after=$next" | jq '.items | length')" = $((listed - 500)) ]
  # warm: the JVM compiles late (ADR 11)
  for _ in {1..4}; do asked "ssl?limit=500" "ssl?limit=500&after=$next" > /dev/null; done
  echo "certificates-list $(asked "ssl?limit=500" "ssl?limit=500&after=$next")"
  echo "certificates-none $(asked auth/me auth/me)"
}

measure_certificates() {
  {
    authority_up
    await_panel
    login admin
    authority
    login bench
    names_for_certificates
  } >&2
  issued_one_by_one 1 1 > /dev/null # warm
  echo "certificate-p50 $(issued_one_by_one 2 6)"
  echo "certificate-rate $(issued_at_once 7 $((queued + 6)))"
  echo "certificate-direct $(in_host bash -c "for _ in {1..15}; do curl -s -o /dev/null -w '%{time_total}\n' --cacert /var/lib/demo-authority/ca.pem https://localhost:14000/dir; done" |
    awk '{printf "%.0f\n", $1 * 1000}' | median)"
  self_signed
  measure_list
}

table_of_certificates() {
  row "issue a certificate, one name" "<= 5 s" "$(figure certificate-p50) ms" "$(holds "$(figure certificate-p50) <= 5000")"
  row "  one question to the authority beside it" "" "$(figure certificate-direct) ms" ""
  row "  $queued names queued at once" ">= 10/min" "$(figure certificate-rate)/min" "$(holds "$(figure certificate-rate) >= 10")"
  row "list $listed certificates, in two pages" "<= 50 ms" "$(figure certificates-list) ms" "$(holds "$(figure certificates-list) <= 50")"
  row "  two requests that ask nothing beside it" "" "$(figure certificates-none) ms" ""
}
