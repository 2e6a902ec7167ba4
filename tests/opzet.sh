#!/bin/sh
# Brings what the tests need beside Python: a browser, Java (for the HTML validator), LibreOffice (opens our Word files
# and tables), nginx (deploy/nginx.conf) and npm packages.
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
test -x /usr/sbin/nginx || command -v nginx >/dev/null || nodig="$nodig nginx-light"
dpkg -s libreoffice-calc-nogui libreoffice-calc 2>/dev/null | grep -q "^Status: install ok" || ! command -v apt-get >/dev/null ||
    nodig="$nodig libreoffice-calc-nogui"

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
# The same browser without a window at all does the same tests in less time; where it cannot be had, chromium does them.
if command -v apt-get >/dev/null && ! command -v chromium-headless-shell >/dev/null; then
    als_beheerder apt-get install -y -qq --no-install-recommends chromium-headless-shell >/dev/null 2>&1 || true
fi
npm ci --silent --no-audit --no-fund
