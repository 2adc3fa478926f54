// Owns how a control says what its tooltip holds: attributes, so that showing one (tip-layer.tsx) can be loaded later.

export interface TipAttributes {
  readonly 'data-tip': string
  readonly 'data-tip-key'?: string
  readonly 'data-tip-side': 'top' | 'bottom'
}

export interface TipOptions {
  /** The key that does the same, as written. */
  readonly shortcut?: string | null
  readonly side?: 'top' | 'bottom'
}

/** To be spread on the control; its own label says the same to assistive technology. */
export function tip(label: string, { shortcut = null, side = 'top' }: TipOptions = {}): TipAttributes {
  return {
    'data-tip': label,
    'data-tip-side': side,
    ...(shortcut === null ? {} : { 'data-tip-key': shortcut }),
  }
}

export interface ShownTip {
  readonly anchor: HTMLElement
  readonly label: string
  readonly shortcut: string | null
  readonly side: 'top' | 'bottom'
}

/** Null where neither the element nor anything around it has one. */
export function tipOf(target: EventTarget | null): ShownTip | null {
  const anchor = target instanceof Element ? target.closest('[data-tip]') : null
  if (!(anchor instanceof HTMLElement)) return null
  const { tip: label = '', tipKey, tipSide } = anchor.dataset
  return { anchor, label, shortcut: tipKey ?? null, side: tipSide === 'bottom' ? 'bottom' : 'top' }
}
