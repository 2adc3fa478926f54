// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, it } from 'vitest'
import { LevelDot } from './level-rings'
import { createStatsStore } from './stats-store'

async function dotOf(stats = createStatsStore()) {
  const place = document.createElement('div')
  await act(async () => createRoot(place).render(<LevelDot stats={stats} side="remote" />))
  const dot = place.querySelector<HTMLElement>('.level-dot')
  const hear = (remote: number): void => stats.setState({ levels: { local: 0, remote } })
  return { dot, hear }
}

it.each([
  [0.3, '0.32', false],
  [0.37, '0.36', false],
  [0.39, '0.4', true],
  [1, '1', true],
])('a level of %s is drawn as %s, speaking: %s', async (level, drawn, speaking) => {
  const { dot, hear } = await dotOf()
  hear(level)
  expect([dot?.style.getPropertyValue('--level'), dot?.hasAttribute('data-speaking')]).toEqual([
    drawn,
    speaking,
  ])
})

it('what looks the same isn’t drawn again', async () => {
  const { dot, hear } = await dotOf()
  hear(0.5)
  dot?.style.setProperty('--level', 'as it was')
  hear(0.51)
  expect(dot?.style.getPropertyValue('--level')).toBe('as it was')
})
