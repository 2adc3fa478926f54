#!/bin/bash
# After the files of a deb or rpm are gone. Written anew from electron-builder's own: that one also runs in full as a newer
# version takes an older one's place, after which an rpm's command is gone.
set -u

# deb: remove, purge, upgrade …; rpm: how many versions are left.
case "${1:-0}" in
  remove | 0) ;;
  *) exit 0 ;;
esac

for command in parley '${executable}'; do
  if [ "$(readlink "/usr/bin/$command")" = '/opt/${sanitizedProductName}/${executable}' ]; then
    rm -f "/usr/bin/$command"
  fi
done
if [ -f '/etc/apparmor.d/${executable}' ]; then
  if apparmor_status --enabled >/dev/null 2>&1 && ! { [ -x /usr/bin/ischroot ] && /usr/bin/ischroot; }; then
    apparmor_parser --remove '/etc/apparmor.d/${executable}' || true
  fi
  rm -f '/etc/apparmor.d/${executable}'
fi
# Of an rpm only the files are the package's.
for folder in '/opt/${sanitizedProductName}' '/usr/share/doc/${executable}'; do
  if [ -d "$folder" ]; then find "$folder" -depth -type d -empty -delete || true; fi
done
if hash update-desktop-database 2>/dev/null; then
  update-desktop-database -q /usr/share/applications || true
fi
echo "Parley is removed. Each user's identity, contacts and settings are still in ~/.config/Parley; whoever doesn't want them any more deletes that folder, and the call link with it."
exit 0
