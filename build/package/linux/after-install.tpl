#!/bin/bash
# After the files of a deb or rpm are in their place. Written anew from electron-builder's own, which is for any app.
set -u

program='/opt/${sanitizedProductName}/${executable}'

# The command. KDE's vocabulary trainer is called so too: what isn't ours stays.
for command in parley '${executable}'; do
  if [ ! -e "/usr/bin/$command" ] || [ "$(readlink "/usr/bin/$command")" = "$program" ]; then
    ln -sf "$program" "/usr/bin/$command"
  else
    echo "/usr/bin/$command belongs to another program and stays."
  fi
done

# Chromium's sandbox stands on user namespaces; where the kernel gives none, on a helper that belongs to root. Tried as nobody: some
# kernels give them to root alone.
if ! { [ -L /proc/self/ns/user ] && setpriv --reuid=65534 --regid=65534 --clear-groups unshare --user true; } 2>/dev/null; then
  chmod 4755 '/opt/${sanitizedProductName}/chrome-sandbox' || true
else
  chmod 0755 '/opt/${sanitizedProductName}/chrome-sandbox' || true
fi

# So that parley: links open it at once.
if hash update-desktop-database 2>/dev/null; then
  update-desktop-database -q /usr/share/applications || true
fi

# Ubuntu from 23.10 gives user namespaces only to programs that have a profile of AppArmor. Older AppArmor doesn't read it.
profile='/opt/${sanitizedProductName}/resources/apparmor-profile'
if apparmor_status --enabled >/dev/null 2>&1 \
  && apparmor_parser --skip-kernel-load --debug "$profile" >/dev/null 2>&1; then
  cp -f "$profile" '/etc/apparmor.d/${executable}'
  if ! { [ -x /usr/bin/ischroot ] && /usr/bin/ischroot; }; then
    apparmor_parser --replace --write-cache --skip-read-cache '/etc/apparmor.d/${executable}' || true
  fi
fi
exit 0
