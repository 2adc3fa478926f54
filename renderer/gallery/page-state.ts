// Owns what of a page outlives a screen: attributes of html and body, other children of body, title, storage, scrolling.

const roots = () => [document.documentElement, document.body]

/** What it found may be put back any number of times. */
export function keepPageState(): { readonly restore: () => readonly string[] } {
  const attributes = roots().map((root) =>
    [...root.attributes].map(({ name, value }) => [name, value] as const),
  )
  const children = new Set(document.body.children)
  const { title } = document
  return {
    restore: () => {
      const left = [...document.body.children].filter((child) => !children.has(child))
      for (const child of left) child.remove()
      roots().forEach((root, at) => setAttributes(root, attributes[at] ?? []))
      document.title = title
      localStorage.clear()
      sessionStorage.clear()
      window.scrollTo(0, 0)
      return left.map((child) => `left behind: ${child.outerHTML.slice(0, 160)}`)
    },
  }
}

function setAttributes(element: Element, wanted: readonly (readonly [string, string])[]): void {
  for (const { name } of [...element.attributes]) element.removeAttribute(name)
  for (const [name, value] of wanted) element.setAttribute(name, value)
}
