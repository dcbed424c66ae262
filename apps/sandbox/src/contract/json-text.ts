import type { Json } from './json.ts'
import { limits } from '../limits.ts'

/** Either the value of a JSON text, or why there is none: the end of a sentence that begins "The text …". */
export type Parsed = { value: Json } | { problem: string }

/**
 * Reads a JSON text and refuses one that is nested too deep for anybody to walk through.
 * @param text what should be JSON
 */
export function parseJson(text: string): Parsed {
  if (isMaybeDeep(text) && depthOf(text) > limits.jsonDepth)
    return { problem: `is nested deeper than ${limits.jsonDepth} levels` }
  try {
    const value: Json = JSON.parse(text)
    return { value }
  } catch {
    return { problem: 'is not valid JSON' }
  }
}

/**
 * Whether no text or key that a JSON text holds can be a strange one: U+0000 and half of a surrogate pair come into
 * valid JSON by an escape only. It also speaks for JSON texts inside its strings, whose escapes are escaped.
 * @param text a JSON text, decoded from valid UTF-8
 */
export function isPlain(text: string): boolean {
  return !text.includes(String.raw`\u`) && !text.includes('__proto__')
}

/** A text with few opening brackets cannot be nested deep, wherever they stand. */
function isMaybeDeep(text: string): boolean {
  let left: number = limits.jsonDepth
  for (const bracket of ['{', '[']) {
    for (let at = text.indexOf(bracket); at !== -1; at = text.indexOf(bracket, at + 1)) {
      left -= 1
      if (left < 0) return true
    }
  }
  return false
}

/** The deepest nesting of a text, brackets inside strings left out. */
function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  let isString = false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (isString) {
      if (code === backslash) at += 1
      else if (code === quote) isString = false
    } else if (code === quote) isString = true
    else if (code === openBrace || code === openBracket) deepest = Math.max(deepest, (depth += 1))
    else if (code === closeBrace || code === closeBracket) depth -= 1
  }
  return deepest
}

const backslash = 0x5c
const quote = 0x22
const openBrace = 0x7b
const closeBrace = 0x7d
const openBracket = 0x5b
const closeBracket = 0x5d
