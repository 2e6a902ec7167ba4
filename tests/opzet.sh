#!/bin/sh
# Brings what the tests need beside Python: a browser, Java (for the HTML validator), LibreOffice (opens our Word files)
# and four npm packages.
set -eu
cd "$(dirname "$0")"

als_beheerder() {
    if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo "$@"; else return 1; fi
}

nodig=""
command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null ||
    nodig="$nodig chromium"
command -v java >/dev/null || nodig="$nodig default-jre-headless"
command -v soffice >/dev/null || nodig="$nodig libreoffice-writer-nogui"
command -v npm >/dev/null || nodig="$nodig npm"

if [ -n "$nodig" ]; then
    if ! command -v apt-get >/dev/null; then
        echo "Nodig voor make test, en hier niet gevonden:$nodig. Installeer dit zelf en probeer het opnieuw." >&2
        exit 1
    fi
    echo "Eenmalig: installeren met apt-get:$nodig"
    if ! { als_beheerder apt-get update -qq &&
        als_beheerder env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $nodig >/dev/null; }; then
        echo "Installeren lukte niet. Nodig zijn:$nodig (als beheerder: apt-get install$nodig)" >&2
        exit 1
    fi
fi
npm ci --silent --no-audit --no-fund
