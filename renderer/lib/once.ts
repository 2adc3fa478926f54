// Owns making something when it is first asked for, and then never again. Pure.

export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}
