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

# the time from the request to the first byte of the answer, in ms
first_byte() { # CURL'S ARGUMENTS
  for _ in {1..15}; do
    curl --silent --show-error --output /dev/null --write-out '%{time_appconnect} %{time_starttransfer}\n' "$@"
  done | awk '{printf "%.0f\n", ($2 - $1) * 1000}' | median
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
    printf '{"names": ["c%d.certificates.example"], "key": "EC256", "days": 90}' "$i" | api POST ssl/self-signed application/json > "$work/answer"
  done
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
  login bench >&2
  api GET auth/me > "$work/answer"
  first_byte --cacert "$work/certificate" --header "@$work/headers" "https://$address:8443/api/ssl?limit=1000" > /dev/null # warm
  echo "certificates-list $(first_byte --cacert "$work/certificate" --header "@$work/headers" "https://$address:8443/api/ssl?limit=1000")"
  echo "certificates-none $(first_byte --cacert "$work/certificate" --header "@$work/headers" "https://$address:8443/api/auth/me")"
}

table_of_certificates() {
  row "issue a certificate, one name" "<= 5 s" "$(figure certificate-p50) ms" "$(holds "$(figure certificate-p50) <= 5000")"
  row "  one question to the authority beside it" "" "$(figure certificate-direct) ms" ""
  row "  $queued names queued at once" ">= 10/min" "$(figure certificate-rate)/min" "$(holds "$(figure certificate-rate) >= 10")"
  row "list $listed certificates" "<= 50 ms" "$(figure certificates-list) ms" "$(holds "$(figure certificates-list) <= 50")"
  row "  a request that asks nothing beside it" "" "$(figure certificates-none) ms" ""
}
