#!/bin/sh
# Makes the test sheets anew: invented people of Uusimaa in three shapes, and sheets with odd content.
# The numbers behind it are fixed, so the delimited files never change; soffice is needed for the others.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 make.py . "$work"
soffice() { command soffice -env:UserInstallation="file://$work/profile" --headless "$@" >/dev/null 2>&1; }
for sheet in names merged odd; do
    for kind in xlsx ods; do
        soffice --convert-to $kind --outdir . "$work/$sheet.fods"
    done
done
soffice --convert-to xls --outdir . "$work/odd.fods"
ls -l
