// Owns whether a certificate can be served: it and its key fit, and its time has come and is not over.
import { X509Certificate } from 'node:crypto'
import { createSecureContext } from 'node:tls'
import { reasonOf } from './log'

export interface TlsPair {
  /** PEM texts. */
  readonly cert: string
  readonly key: string
}

/** What is wrong with it, as one line; null where it can be served. */
export function problemOfTls(pair: TlsPair, now: Date): string | null {
  try {
    createSecureContext(pair) // throws where key and certificate don't belong together
    const { validFrom, validTo } = new X509Certificate(pair.cert)
    if (new Date(validTo) <= now) return `the certificate expired on ${validTo}`
    return new Date(validFrom) > now ? `the certificate is not valid before ${validFrom}` : null
  } catch (error) {
    return `certificate or key: ${reasonOf(error)}`
  }
}

export const expiryOfTls = ({ cert }: TlsPair): Date => new Date(new X509Certificate(cert).validTo)
