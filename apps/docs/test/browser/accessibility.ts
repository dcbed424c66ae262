import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type * as axeCore from 'axe-core'
import type { Page } from 'playwright-core'

declare global {
  interface Window {
    axe: typeof axeCore
  }
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** These cost most of the time, and say the same of all texts that look the same on the same ground. */
const colours = ['color-contrast', 'link-in-text-block']

/**
 * The rules of WCAG 2.2 A and AA that the page breaks as it stands, each with where.
 * @param within a selector, to look only at a part: what is around it is looked at where every page is
 * @see https://www.w3.org/TR/WCAG22/
 */
export async function accessibilityProblems(page: Page, within = 'html'): Promise<string[]> {
  await addAxe(page)
  const others = await page.evaluate(breaches, { within, levels, without: colours })
  return [...others, ...(await colourProblems(page, within))]
}

/** How texts look that were found to be readable, on any page. */
const readable = new Set<string>()

/**
 * The rules about colours that the page breaks. They look at one of all texts that share colour, size, weight and
 * everything that they stand on; what was readable on one page needs no second look on another.
 */
export async function colourProblems(page: Page, within = 'body'): Promise<string[]> {
  await addAxe(page)
  const { problems, looks } = await page.evaluate(colourBreaches, {
    within,
    rules: colours,
    readable: [...readable],
  })
  if (problems.length === 0) for (const look of looks) readable.add(look)
  return problems
}

/**
 * Switches to the dark theme, and says whether the page kept its shape: then only rules about colours can differ. A
 * script of the shell may still be at work, so that an unequal shape is looked at again.
 */
export async function keepsShapeInTheDark(page: Page): Promise<boolean> {
  const show = (theme: string) =>
    page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme)
  for (let attempt = 0; attempt < 5; attempt += 1) {
    await show('light')
    const light = await shapeOf(page)
    await show('dark')
    if ((await shapeOf(page)) === light) return true
    await page.waitForTimeout(400)
  }
  return false
}

/** Everything that the rules look at beside colours: the markup, and where each element stands and how large it is. */
function shapeOf(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const boxes = [...document.querySelectorAll('*')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      const { display, visibility, fontSize, fontWeight, cursor } = getComputedStyle(element)
      return [x, y, width, height, display, visibility, fontSize, fontWeight, cursor].join(' ')
    })
    const markup = document.documentElement.innerHTML
    const text = new TextEncoder().encode([markup, ...boxes].join('\n'))
    return [...new Uint8Array(await crypto.subtle.digest('SHA-256', text))].join(' ')
  })
}

async function addAxe(page: Page): Promise<void> {
  const hasAxe = await page.evaluate(() => 'axe' in window)
  if (!hasAxe) await page.evaluate(axe)
}

/** Runs in the page. */
async function breaches(rules: { within: string; levels: string[]; without: string[] }): Promise<string[]> {
  const { violations } = await window.axe.run(rules.within, {
    runOnly: { type: 'tag', values: rules.levels },
    rules: Object.fromEntries(rules.without.map((rule) => [rule, { enabled: false }])),
    resultTypes: ['violations'],
    preload: false,
  })
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
  )
}

/** Runs in the page. */
async function colourBreaches(asked: {
  within: string
  rules: string[]
  readable: string[]
}): Promise<{ problems: string[]; looks: string[] }> {
  const grounds = new WeakMap<Element, string>()

  /** What an element stands on: its own looks and those of everything around it. */
  function groundOf(element: Element): string {
    const known = grounds.get(element)
    if (known !== undefined) return known
    const { color, backgroundColor, backgroundImage, opacity, position, display } = getComputedStyle(element)
    const own = [
      element.localName,
      element.className,
      color,
      backgroundColor,
      backgroundImage,
      opacity,
      position,
      display,
    ]
    const around = element.parentElement === null ? '' : groundOf(element.parentElement)
    const ground = `${own.join(' ')}\n${around}`
    grounds.set(element, ground)
    return ground
  }

  function lookOf(element: Element): string {
    const { color, fontSize, fontWeight, textDecorationLine, textShadow } = getComputedStyle(element)
    return [color, fontSize, fontWeight, textDecorationLine, textShadow, groundOf(element)].join('\n')
  }

  function hasText(element: Element): boolean {
    if (element.matches('input, select, textarea')) return true
    return [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim() !== '',
    )
  }

  const texts = [...document.body.querySelectorAll(`:is(${asked.within}) *`)].filter(hasText)
  const different = new Map(texts.map((element) => [lookOf(element), element]))
  for (const look of asked.readable) different.delete(look)
  if (different.size === 0) return { problems: [], looks: [] }
  const { violations } = await window.axe.run([...different.values()], {
    runOnly: { type: 'rule', values: asked.rules },
    resultTypes: ['violations'],
    preload: false,
  })
  const problems = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
  )
  return { problems, looks: [...different.keys()] }
}
