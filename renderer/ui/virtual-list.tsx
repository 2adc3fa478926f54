// Owns drawing a long list: only the rows near what is seen are in the document, assistive technology is told of all, and
// one row is reached by Tab, the others by arrow keys. What a row looks like is its caller's.
import {
  createContext,
  useCallback,
  useContext,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
  type RefObject,
} from 'react'
import { Virtualizer, type CustomContainerComponentProps, type CustomItemComponentProps } from 'virtua'
import { NARROW, useMediaQuery } from './use-media-query'
import { measuredMargin, nextRow, scrollParentOf } from './virtual-list-places'
import './virtual-list.css'

/** To be spread on the element of a row that takes the focus, inside the list item: not on the `li`, which is here. */
export interface ListRow {
  readonly 'data-row': number
  readonly tabIndex: 0 | -1
  readonly onFocus: () => void
}

interface VirtualListProps<T> {
  /** The list's name for assistive technology. */
  readonly label: string
  readonly items: readonly T[]
  readonly keyOf: (item: T) => string
  /** What a row usually measures, in pixels; the real height is found when it is drawn. */
  readonly rowHeight: number
  /** Above the row, inside its list item: the first row of a day, of a letter. */
  readonly headingOf?: (item: T, index: number) => string | null
  /** Another view (another search, another filter) begins at its top. */
  readonly view: string
  /** Buttons in the row take `row.tabIndex` as theirs. */
  readonly children: (item: T, row: ListRow) => ReactElement
}

/** Always in the document, so that the first picture needs no measure. */
const FIRST_ROWS = 16

const ListFacts = createContext({ label: '', count: 0 })

export function VirtualList<T>(props: VirtualListProps<T>): ReactElement {
  const { label, items, keyOf, rowHeight, headingOf, view, children } = props
  const box = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLElement>(null)
  const narrow = useMediaQuery(NARROW) // where another element scrolls
  const [margin, setMargin] = useState(0)
  const keys = useMemo(() => items.map(keyOf), [items, keyOf])
  const focus = useRowFocus(box, keys)
  const measure = () => setMargin(measuredMargin(box.current, scroller.current))
  useLayoutEffect(() => {
    scroller.current = scrollParentOf(box.current)
    setMargin(measuredMargin(box.current, scroller.current))
  }, [narrow])
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollTop = Math.min(scroller.current.scrollTop, margin)
    // Only another view begins at its top, not another margin.
  }, [view])
  const facts = useMemo(() => ({ label, count: items.length }), [label, items.length])
  return (
    <ListFacts value={facts}>
      <div ref={box} className="virtual-list" onKeyDown={focus.onKeyDown} onBlur={focus.onBlur}>
        <Virtualizer
          key={narrow ? 'narrow' : 'wide'}
          as={List}
          item={ListItem}
          data={items}
          itemSize={rowHeight}
          keepMounted={focus.kept}
          scrollRef={scroller}
          startMargin={margin}
          onScroll={measure}
        >
          {(item, index) => (
            <Row
              key={keys[index]}
              {...{ item, index, draw: children, onFocus: focus.onRowFocus }}
              isReachable={index === focus.reachable}
              heading={headingOf?.(item, index) ?? null}
            />
          )}
        </Virtualizer>
      </div>
    </ListFacts>
  )
}

function List({ style, children, ref }: CustomContainerComponentProps): ReactElement {
  return (
    <ul ref={ref} style={style} aria-label={useContext(ListFacts).label}>
      {children}
    </ul>
  )
}

/** Rows aren't hidden until they are measured: a hidden one couldn't take the focus that an arrow key gives it. */
function ListItem({ style, index, children, ref }: CustomItemComponentProps): ReactElement {
  const { count } = useContext(ListFacts)
  return (
    <li ref={ref} style={{ ...style, visibility: 'visible' }} aria-setsize={count} aria-posinset={index + 1}>
      {children}
    </li>
  )
}

interface RowProps<T> {
  readonly item: T
  readonly index: number
  readonly heading: string | null
  readonly isReachable: boolean
  readonly onFocus: (index: number) => void
  readonly draw: VirtualListProps<T>['children']
}

/** Drawn anew only where something of it changed: the list itself changes with every measure and every step of scrolling. */
function Row<T>({ item, index, heading, isReachable, onFocus, draw }: RowProps<T>): ReactElement {
  const drawn = useMemo(
    () =>
      draw(item, {
        ...{ 'data-row': index, tabIndex: isReachable ? 0 : -1 },
        onFocus: () => onFocus(index),
      }),
    [item, index, isReachable, onFocus, draw],
  )
  return (
    <>
      {heading !== null && <h2 className="virtual-list-heading">{heading}</h2>}
      {drawn}
    </>
  )
}

interface RowFocus {
  readonly kept: readonly number[]
  /** The row that Tab leads to. */
  readonly reachable: number
  readonly onRowFocus: (index: number) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onBlur: () => void
}

/** The focus stays on its row while others come and go; when its row goes, the next one takes it. */
function useRowFocus(box: RefObject<HTMLDivElement | null>, keys: readonly string[]): RowFocus {
  const [current, setCurrent] = useState({ key: '', index: 0 })
  const holds = useRef(false)
  const wanted = useRef<number | null>(null)
  const found = keys.indexOf(current.key)
  // Remembered for when this row goes.
  if (found >= 0 && found !== current.index) setCurrent({ key: current.key, index: found })
  const reachable = found >= 0 ? found : Math.min(current.index, Math.max(0, keys.length - 1))
  const reach = useCallback((index: number) => setCurrent({ key: keys[index] ?? '', index }), [keys])
  const onRowFocus = useCallback(
    (index: number) => {
      holds.current = true
      reach(index)
    },
    [reach],
  )
  useLayoutEffect(() => {
    const lost = holds.current && document.activeElement === document.body
    const at = wanted.current ?? (lost ? reachable : null)
    if (at === null) return
    wanted.current = null
    holds.current = false
    box.current?.querySelector<HTMLElement>(`[data-row="${at}"]`)?.focus()
  })
  return {
    kept: useMemo(() => {
      const first = Array.from({ length: Math.min(FIRST_ROWS, keys.length) }, (_, index) => index)
      return reachable < first.length ? first : [...first, reachable]
    }, [keys.length, reachable]),
    reachable,
    onRowFocus,
    onKeyDown: (event) => {
      const isInField = event.target instanceof Element && event.target.closest('input, textarea, select')
      const next = isInField ? null : nextRow(event.key, reachable, keys.length)
      if (next === null) return
      event.preventDefault()
      wanted.current = next
      reach(next)
    },
    onBlur: () => {
      holds.current = false
    },
  }
}
