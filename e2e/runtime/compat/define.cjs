// Owns how the bridge adds something: only where it is missing.
'use strict'

/** @param {object} target @param {string} name @param {unknown} value */
function define(target, name, value) {
  if (name in target) return
  Object.defineProperty(target, name, { value, writable: true, configurable: true })
}

/** @param {object} target @param {Record<string, unknown>} values */
function defineAll(target, values) {
  for (const [name, value] of Object.entries(values)) define(target, name, value)
}

module.exports = { define, defineAll }
