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
 * The rules of WCAG 2.2 A and AA that the page breaks as it stands, each with where. The rules about colours look at
 * one of all texts that share colour, size, weight and everything that they stand on.
 * @see https://www.w3.org/TR/WCAG22/
 */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  const hasAxe = await page.evaluate(() => 'axe' in window)
  if (!hasAxe) await page.evaluate(axe)
  return page.evaluate(findProblems, { levels, colours })
}

/** Runs in the page. */
async function findProblems(rules: { levels: string[]; colours: string[] }): Promise<string[]> {
  const grounds = new WeakMap<Element, string>()

  /** What an element stands on: its own looks and those of everything around it. */
  function groundOf(element: Element): string {
    const known = grounds.get(element)
    if (known !== undefined) return known
    const { backgroundColor, backgroundImage, opacity, position, display } = getComputedStyle(element)
    const own = [
      element.localName,
      element.className,
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

  const texts = [...document.body.querySelectorAll('*')].filter(hasText)
  const different = [...new Map(texts.map((element) => [lookOf(element), element])).values()]
  const shared = { resultTypes: ['violations' as const], preload: false }
  const off = Object.fromEntries(rules.colours.map((rule) => [rule, { enabled: false }]))
  const { axe: engine } = window
  const runs = [
    await engine.run({ ...shared, runOnly: { type: 'tag', values: rules.levels }, rules: off }),
    await engine.run(different, { ...shared, runOnly: { type: 'rule', values: rules.colours } }),
  ]
  return runs.flatMap(({ violations }) =>
    violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
    ),
  )
}
