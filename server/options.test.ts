import { describe, expect, it } from 'vitest'
import { LIMITS, LIMIT_NAMES } from './limits'
import { variableOf } from './option-sources'
import { helpText, OPTION_NAMES, textOf } from './options'

describe('the help', () => {
  it('names every option, and what calls between two homes need', () => {
    for (const name of [...OPTION_NAMES, 'config', 'check', 'print-config', 'help']) {
      expect(helpText()).toContain(`--${name}`)
    }
    expect(helpText()).toMatch(/Calls between two homes need/)
    expect(helpText()).toContain('0.0.0.0')
  })

  it('says what every limit is without being told', () => {
    for (const name of LIMIT_NAMES) {
      expect(textOf(name).help.at(-1)).toBe(`Default ${String(LIMITS[name].initial)}.`)
      expect(variableOf(name)).toMatch(/^PARLEY_[A-Z_]+$/)
    }
  })
})
