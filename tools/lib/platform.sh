# Sourced by the tools: gets the platform (Debian 13 packages of tools/packages.txt) and runs commands on it.
#
# On Debian 13 or newer the packages are installed with apt and commands run in place. Elsewhere a private Debian 13 root
# is made once below the user's cache and commands run inside it with bubblewrap. The root is built aside and renamed, so it
# is there whole or not at all; its name holds the hash of the package list, so a changed list makes a new root.

zt_top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
zt_cache=${ZHENGTU_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/zhengtu}
zt_suite=trixie
zt_began=$SECONDS

zt_say() { printf '[%3d s] %s\n' "$((SECONDS - zt_began))" "$*" >&2; }
zt_die() { printf 'error: %s\n' "$1" >&2; shift; for line in "$@"; do printf '       %s\n' "$line" >&2; done; exit 1; }

# Further package lists that a tool needs beside packages.txt (tools/fuzz, tools/bench set it); they get a root of their own.
zt_extra_lists=()

zt_packages() {
    (cd "$zt_top/tools" && cat packages.txt "${zt_extra_lists[@]}") | sed -e 's/#.*//' -e '/^[[:space:]]*$/d'
}

# True where apt itself has what we need: Debian 13 or newer, or a relative with QtLocation for Qt 6.5 or newer.
zt_native() {
    [ "${ZHENGTU_PRIVATE_ROOT:-}" != 1 ] || return 1
    command -v apt-get >/dev/null || return 1
    local id="" version=0
    id=$(. /etc/os-release && echo "${ID:-}")
    version=$(. /etc/os-release && echo "${VERSION_ID:-0}")
    [ "$id" = debian ] && [ "${version%%.*}" -ge 13 ]
}

zt_as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then sudo "$@"
    else
        echo "neither root nor sudo" >&2
        return 127
    fi
}

# Ends with what is missing and the cure, by what the log of the failed step says. Arguments: what, needed, command by hand
zt_cannot_get() {
    tail -n 5 "$zt_log" >&2 2>/dev/null || true
    if grep -qiE 'could not resolve|temporary failure|failed to fetch|cannot initiate|network is unreachable|unable to connect' "$zt_log" 2>/dev/null; then
        zt_die "cannot get $1: the Debian package mirror could not be reached" "Missing: $2" \
            "Cure: connect to the network (or set http_proxy) and run the same command again."
    fi
    zt_die "cannot get $1 (whole log: $zt_log)" "Missing: $2" "Cure: $3, then run the same command again."
}

zt_apt_install() { # packages...
    zt_as_root env DEBIAN_FRONTEND=noninteractive apt-get -q update >"$zt_log" 2>&1 &&
        zt_as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install "$@" >>"$zt_log" 2>&1
}

zt_native_setup() {
    local missing
    # dpkg-query fails when it knows not one of the names; that only means that it is missing.
    missing=$({ zt_packages | xargs dpkg-query -W -f '${Package} ${db:Status-Status}\n' 2>/dev/null || true; } |
        awk '$2 == "installed" { print $1 }' | sort -u | comm -13 - <(zt_packages | sort -u))
    [ -n "$missing" ] || return 0
    zt_say "installing $(wc -w <<<"$missing") Debian packages with apt"
    # shellcheck disable=SC2086
    zt_apt_install $missing ||
        zt_cannot_get "the Debian packages" "$(tr '\n' ' ' <<<"$missing")" "install them as root: apt-get install and the names above"
}

zt_private_setup() {
    local hash lacking=()
    hash=$({ echo "$zt_suite"; zt_packages | sort; } | sha256sum | cut -c1-12)
    zt_root=$zt_cache/root-$hash
    command -v bwrap >/dev/null || lacking+=(bubblewrap)
    if [ ! -d "$zt_root" ]; then
        command -v mmdebstrap >/dev/null || lacking+=(mmdebstrap)
        [ "$(id -u)" = 0 ] || command -v newuidmap >/dev/null || lacking+=(uidmap)
    fi
    if [ ${#lacking[@]} -gt 0 ]; then
        zt_say "installing ${lacking[*]} (makes and enters the private Debian 13 root)"
        zt_apt_install "${lacking[@]}" ||
            zt_cannot_get "${lacking[*]}" "the Debian packages ${lacking[*]}" "have them installed as root: apt-get install ${lacking[*]}"
    fi
    [ ! -d "$zt_root" ] || return 0

    exec 9>"$zt_cache/root.lock"
    flock -n 9 || { zt_say "another run is making the private root; waiting for it"; until flock -w 15 9; do zt_say "  $(zt_root_progress)"; done; }
    [ ! -d "$zt_root" ] || { exec 9>&-; return 0; }
    zt_remove_tree "$zt_cache"/root-*.partial # what a run that was stopped left behind
    zt_say "making a private Debian 13 root in $zt_root (about 90 s, 2 GB, once)"
    # The job keeps the lock and does the renaming: if we are killed it goes on, and the next run waits for it.
    set -m # a process group of its own, to be ended as one
    zt_make_root "$zt_root" >"$zt_log" 2>&1 &
    local job=$!
    set +m
    trap 'kill -TERM -- "-$job" 2>/dev/null; sleep 1; kill -KILL -- "-$job" 2>/dev/null; exit 130' INT TERM
    while kill -0 "$job" 2>/dev/null; do
        sleep 5
        [ $(((SECONDS - zt_began) / 5 % 3)) -ne 0 ] || zt_say "  $(zt_root_progress)"
    done
    trap - INT TERM
    if ! wait "$job"; then
        zt_remove_tree "$zt_root.partial"
        zt_cannot_get "the private Debian 13 root" "$(zt_packages | wc -l) Debian 13 packages and what they need, about 500 MB" \
            "read the log; where user namespaces are forbidden, run it once as root"
    fi
    exec 9>&-
}

zt_make_root() { # directory; it appears whole or not at all
    local partial=$1.partial
    local common=(--variant=apt --include="$(zt_packages | paste -sd,)" --aptopt='Acquire::Retries "3"')
    # What the user may have at the top level must be there to be bound upon: bubblewrap cannot always make it later.
    common+=(--customize-hook="cd \"\$1\" && mkdir -p $(printf '.%q ' /*)")
    if [ "$(id -u)" = 0 ]; then
        # In a mount namespace of its own, so that a kill leaves nothing of /proc and /dev mounted below the cache.
        unshare --mount --pid --fork --kill-child --mount-proc mmdebstrap --mode=root "${common[@]}" "$zt_suite" "$partial" || return
    else # through a tar, so that the files are the user's own and the cache may lie in a closed home
        mkdir -p "$partial"
        mmdebstrap --mode=unshare "${common[@]}" "$zt_suite" - | tar -C "$partial" -x --exclude='./dev/*' || return
    fi
    mv "$partial" "$1"
}

zt_root_progress() {
    local installed fetched
    installed=$(grep -c '^Package:' "$zt_root.partial/var/lib/dpkg/status" 2>/dev/null || true)
    fetched=$(du -sm "$zt_root.partial/var/cache/apt/archives" 2>/dev/null | cut -f1 || true)
    if [ "${installed:-0}" -gt 100 ]; then echo "unpacking and configuring packages"
    elif [ -n "$fetched" ]; then echo "fetching packages: $fetched MB so far"
    else echo "fetching and configuring packages"; fi # another user's root is made out of sight
}

zt_remove_tree() {
    local tree
    for tree in "$@"; do
        [ ! -e "$tree" ] || { chmod -R u+w "$tree" 2>/dev/null; rm -rf --one-file-system "$tree"; }
    done
}

# A stage of a tool: "[ 12 s] 2/4 building".
zt_stage() { zt_say "$1 $2"; }

# Configures and builds a preset, showing ninja's progress. Arguments: preset [target...]
zt_build() {
    local preset=$1 targets=()
    shift
    [ $# -eq 0 ] || targets=(--target "$@")
    local -x NINJA_STATUS="[%es %f/%t] "
    (cd "$zt_top" && zt_run cmake --preset "$preset" >"$zt_cache/log/configure-$preset.log" 2>&1) || {
        tail -n 20 "$zt_cache/log/configure-$preset.log" >&2
        zt_die "configuring the preset $preset failed (whole log: $zt_cache/log/configure-$preset.log)"
    }
    (cd "$zt_top" && zt_run cmake --build --preset "$preset" "${targets[@]}") >&2 || zt_die "building the preset $preset failed; the messages stand above"
}

# Gets the platform ready; after it zt_run works.
zt_setup() {
    mkdir -p "$zt_cache/ccache" "$zt_cache/log"
    zt_log=$zt_cache/log/setup.log
    if zt_native; then zt_native_setup; else zt_private_setup; fi
}

# Runs a command on the platform, in the current directory, with the compiler cache.
zt_run() {
    local -x CCACHE_DIR=$zt_cache/ccache CCACHE_BASEDIR=$zt_top CCACHE_NOHASHDIR=1 CCACHE_MAXSIZE=3G
    local -x LANG=C.UTF-8 LC_ALL=C.UTF-8
    if zt_native; then "$@"; return; fi
    local args=(--bind "$zt_root" / --dev-bind /dev /dev --proc /proc --die-with-parent) top
    for top in /*; do # everything of the user's stays where it is; what is the system's comes from the root
        case $top in
        /bin | /boot | /dev | /etc | /lib | /lib32 | /lib64 | /libx32 | /lost+found | /opt | /proc | /run | /sbin | /sys | /usr | /var) ;;
        *) [ ! -d "$top" ] || [ -L "$top" ] || args+=(--bind "$top" "$top") ;;
        esac
    done
    [ ! -e /etc/resolv.conf ] || args+=(--ro-bind "$(readlink -f /etc/resolv.conf)" /etc/resolv.conf)
    [ -z "${XDG_RUNTIME_DIR:-}" ] || [ ! -d "$XDG_RUNTIME_DIR" ] || args+=(--bind "$XDG_RUNTIME_DIR" "$XDG_RUNTIME_DIR")
    bwrap "${args[@]}" --setenv PATH /usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin:/usr/lib/qt6/bin --chdir "$PWD" "$@"
}
