// Owns telling whether we run inside Flatpak or Snap, where the system is reached through portals. Pure.

export type Sandbox = 'flatpak' | 'snap' | null

export function sandboxOf(env: Readonly<Record<string, string | undefined>>): Sandbox {
  if (env['FLATPAK_ID']) return 'flatpak'
  // A terminal that is itself a snap passes both on, to programs outside too; only inside is the folder ours.
  return env['SNAP'] && env['SNAP_NAME'] === 'parley' ? 'snap' : null
}
