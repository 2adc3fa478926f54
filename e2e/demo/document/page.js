/* global document, location, setInterval, URLSearchParams */
// Paints the moving parts of the demo's document: the code that says which window this is and when it was painted, a clock, and
// bars. The code's other half is ../../windows/read-code.ts; ../../windows/program/layout.py says the same for other windows.

const FRAME_MS = 100
const COLUMNS = 32

const number = Number(new URLSearchParams(location.search).get('number'))
const code = document.querySelector('#code')
const bars = document.querySelector('#bars')
const now = document.querySelector('#now')
let counter = 0

function crc8(bytes) {
  let crc = 0xff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x80 ? ((crc << 1) ^ 0x07) & 0xff : (crc << 1) & 0xff
  }
  return crc
}

function paintCode(atMs) {
  counter = (counter + 1) & 0xff
  const low = atMs % 2 ** 32
  const bytes = [
    number >> 8,
    number & 0xff,
    low >>> 24,
    (low >>> 16) & 0xff,
    (low >>> 8) & 0xff,
    low & 0xff,
    counter,
  ]
  bytes.push(crc8(bytes))
  const context = code.getContext('2d')
  bytes.forEach((byte, index) => {
    for (let bit = 0; bit < 8; bit += 1) {
      const at = index * 8 + bit
      context.fillStyle = (byte >> (7 - bit)) & 1 ? '#fff' : '#000'
      context.fillRect((at % COLUMNS) * 2, Math.floor(at / COLUMNS) * 2, 2, 2)
    }
  })
}

function paintBars(atMs) {
  const context = bars.getContext('2d')
  const { width, height } = bars
  const second = (atMs / 1000) % 60
  context.clearRect(0, 0, width, height)
  for (let at = 0; at < 60; at += 1) {
    const full = Math.min(1, Math.max(0, second - at))
    const tall = (0.35 + 0.6 * Math.abs(Math.sin(at * 1.7))) * height
    context.fillStyle = '#e4e8f2'
    context.fillRect((at * width) / 60, height - tall, width / 60 - 1.5, tall)
    context.fillStyle = 'rgb(40 90 200)'
    context.fillRect((at * width) / 60, height - tall * full, width / 60 - 1.5, tall * full)
  }
}

setInterval(() => {
  const atMs = Date.now()
  paintCode(atMs)
  paintBars(atMs)
  now.textContent = new Date(atMs).toLocaleTimeString('en-GB')
}, FRAME_MS)
