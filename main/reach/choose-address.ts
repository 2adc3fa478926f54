// Owns which of the machine's network addresses our links name. Pure; a table of os.networkInterfaces() goes in.

export type NetworkAddress = {
  readonly address: string
  /** Node 18.0 to 18.3 said 4, all others say 'IPv4'. */
  readonly family: string | number
  readonly internal: boolean
}
export type NetworkAddresses = Readonly<Record<string, readonly NetworkAddress[] | undefined>>

/** Adapters that other people in the network can't be behind: containers, virtual machines, tunnels. */
const VIRTUAL =
  /^(docker|br-|veth|virbr|vmnet|vboxnet|lxc|lxd|cni|flannel|cali|podman|tun|tap|utun|wg|tailscale|zt|ham|ppp|ipsec|bridge|awdl|llw|anpi|vethernet|vmware|virtualbox|hyper-v|tailscale)/i

type Candidate = { readonly name: string; readonly address: string; readonly rank: number }

function isPrivate(address: string): boolean {
  return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address)
}

/** Smaller is better: a private address of a real adapter, then a public one, then the virtual ones. */
function rankOf(name: string, address: string): number {
  const kind = isPrivate(address) ? 0 : 1
  return VIRTUAL.test(name) || name.includes('VirtualBox') || name.includes('WSL') ? 2 + kind : kind
}

function candidatesOf(addresses: NetworkAddresses): readonly Candidate[] {
  return Object.entries(addresses).flatMap(([name, list]) =>
    (list ?? [])
      .filter((one) => (one.family === 'IPv4' || one.family === 4) && !one.internal)
      // 169.254: the machine found no network and made the address up.
      .filter((one) => !one.address.startsWith('169.254.') && !one.address.startsWith('127.'))
      .map((one) => ({ name, address: one.address, rank: rankOf(name, one.address) })),
  )
}

/**
 * The address in `current` is kept as long as the machine has it and no better kind appeared, since links that were
 * given out name it. null: no network.
 */
export function chooseAddress(addresses: NetworkAddresses, current: string | null): string | null {
  const candidates = [...candidatesOf(addresses)].sort(
    (a, b) => a.rank - b.rank || compare(a.name, b.name) || compare(a.address, b.address),
  )
  const best = candidates[0]
  if (!best) return null
  const kept = candidates.find((one) => one.address === current)
  return kept && kept.rank <= best.rank ? kept.address : best.address
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
