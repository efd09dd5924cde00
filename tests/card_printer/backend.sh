#!/bin/sh
# CUPS backend of the simulated card printer. Arguments: job user title copies options [file].
# DEVICE_URI is simulated:FOLDER. FOLDER/plan holds one word per card to come; an empty plan means ok.
#   received/N-JOB.pdf   what the spooler handed over for run N, byte for byte
#   cards/N-TITLE.pdf    the card that came out of run N
[ $# -eq 0 ] && { echo 'direct simulated "Loket" "Simulated card printer"'; exit 0; }
folder=${DEVICE_URI#simulated:}
say() { echo "$*" >&2; }

run=$(($(cat "$folder/runs") + 1))
echo "$run" >"$folder/runs"
run=$(printf %04d "$run")
behaviour=$(head -n 1 "$folder/plan")
tail -n +2 "$folder/plan" >"$folder/plan.rest"
cat "$folder/plan.rest" >"$folder/plan"
echo "$behaviour" >"$folder/now"

received="$folder/received/$run-$1.pdf"
if [ -n "$6" ]; then cat "$6" >"$received"; else cat >"$received"; fi
echo "$5" >"$folder/received/$run-$1.options"
come_out() { cp "$received" "$folder/cards/.$run" && mv "$folder/cards/.$run" "$folder/cards/$run-$1.pdf"; say "PAGE: 1 1"; }
wait_for_a_hand() { while [ "$(cat "$folder/now")" = "$behaviour" ]; do sleep .02; done; }

say "STATE: -media-jam-error,media-empty-error,marker-supply-empty-error,cover-open-error,offline-report,cups-ipp-missing-job-history"
say "ATTR: marker-names='YMCKO ribbon' marker-types=ribbonWax marker-colors=#00FFFF#FF00FF#FFFF00#000000 marker-levels=80"
case $behaviour in
jam) say "STATE: +media-jam-error"; say "ERROR: Card jam"; exit 4 ;;
ribbon) say "ATTR: marker-levels=0"; say "STATE: +marker-supply-empty-error"; say "ERROR: Ribbon finished"; exit 4 ;;
fail) say "ERROR: Head temperature"; exit 1 ;;
hold) say "ERROR: An operator must look at this card"; exit 3 ;;
empty) say "STATE: +media-empty-error"; wait_for_a_hand; say "STATE: -media-empty-error" ;;
offline) say "STATE: +offline-report"; wait_for_a_hand; say "STATE: -offline-report" ;;
cover) say "STATE: +cover-open-error"; wait_for_a_hand; say "STATE: -cover-open-error" ;;
powerloss) say "STATE: +cups-ipp-missing-job-history"; exit 0 ;; # half a card, and a printer that forgot it
esac
come_out "$3"
