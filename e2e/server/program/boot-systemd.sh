#!/bin/sh
# Owns a machine for one test: a systemd of its own on this machine's files, which it may change only for itself. No network, no
# service but the one that runs SHARED/steps.sh and leaves what that said and its exit code in SHARED. Needs root.
# boot-systemd.sh SHARED NODE
set -eu
shared=$1 node=$2

if [ "${3:-}" != inside ]; then
  # Control groups of its own, in the one kind that it knows.
  for groups in /sys/fs/cgroup/unified /sys/fs/cgroup; do
    if [ -e "$groups/cgroup.procs" ]; then break; fi
  done
  mkdir "$groups/parley-test-$$"
  echo $$ > "$groups/parley-test-$$/cgroup.procs"
  echo "$groups/parley-test-$$" > "$shared/groups"
  exec unshare --mount --pid --fork --kill-child --cgroup --uts --ipc --net sh "$0" "$shared" "$node" inside
fi

ip link set lo up
layer=$shared/machine
mkdir "$layer"
mount -t tmpfs tmpfs "$layer"
mkdir "$layer/upper" "$layer/work" "$layer/root"
root=$layer/root
mount -t overlay overlay -o "lowerdir=/,upperdir=$layer/upper,workdir=$layer/work" "$root"
mount -t proc proc "$root/proc"
mount --rbind /sys "$root/sys"
mount --rbind /dev "$root/dev"
mount -t tmpfs tmpfs "$root/run"
mount -t tmpfs tmpfs "$root/tmp"
umount --lazy --recursive "$root/sys/fs/cgroup"
mount -t cgroup2 cgroup2 "$root/sys/fs/cgroup"
mkdir -p "$root/shared"
mount --bind "$shared" "$root/shared"
# Where a unit looks for it, wherever it is here.
touch "$root/usr/local/bin/node"
mount --bind "$node" "$root/usr/local/bin/node"

# What this machine starts by itself isn't started there.
rm -rf "$root"/etc/systemd/system/*.wants "$root"/lib/systemd/system/*.wants
cat > "$root/etc/systemd/system/steps.service" <<END
[Unit]
DefaultDependencies=no
[Service]
Type=oneshot
WorkingDirectory=/shared
Environment=HOME=/root
ExecStart=/bin/sh -c 'sh -eu steps.sh > said 2>&1; echo \$\$? > code'
END
cat > "$root/etc/systemd/system/steps.target" <<END
[Unit]
DefaultDependencies=no
AllowIsolate=yes
Wants=steps.service
END
exec env -i container=other PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
  chroot "$root" /lib/systemd/systemd --system --unit=steps.target --log-target=null --show-status=no
