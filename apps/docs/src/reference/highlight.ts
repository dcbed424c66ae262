/** A piece of code, and what it is, if it has a colour of its own. */
export interface CodePiece {
  text: string
  kind?: 'key' | 'string' | 'number' | 'word' | 'comment'
}

/** The languages that code on the reference pages is written in. */
export type Language = 'json' | 'shell' | 'typescript' | 'text'

type Kind = NonNullable<CodePiece['kind']>

const rules: Record<Exclude<Language, 'text'>, [Kind, RegExp][]> = {
  json: [
    ['key', /"(?:[^"\\]|\\.)*"(?=\s*:)/y],
    ['string', /"(?:[^"\\]|\\.)*"/y],
    ['number', /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y],
    ['word', /\b(?:true|false|null)\b/y],
  ],
  shell: [
    ['comment', /#[^\n]*/y],
    ['string', /'[^']*'|"(?:[^"\\]|\\.)*"/y],
    ['word', /\b(?:curl|export|npm|npx|node)\b/y],
    ['key', /(?<=\s)--?[a-zA-Z][\w-]*/y],
  ],
  typescript: [
    ['comment', /\/\/[^\n]*|\/\*[\s\S]*?\*\//y],
    ['string', /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/y],
    [
      'word',
      /\b(?:import|from|const|let|await|async|if|else|throw|new|return|type|export|null|true|false|for|of|try|catch|function)\b/y,
    ],
    ['key', /\b[A-Za-z_$][\w$]*(?=\s*:)/y],
    ['number', /\b\d+(?:\.\d+)?\b/y],
  ],
}

/** More than this is shown without colours: markup would take more room than the code. */
const mostCharacters = 6_000

/**
 * Cuts code into coloured pieces. The pieces put together are the code, whatever it is.
 * @param code the text
 * @param language how to read it
 */
export function highlight(code: string, language: Language): CodePiece[] {
  if (language === 'text' || code.length > mostCharacters) return [{ text: code }]
  const pieces: CodePiece[] = []
  let plain = ''
  for (let at = 0; at < code.length;) {
    const match = firstMatch(rules[language], code, at)
    if (match === undefined) {
      // A whole word at once, so that a rule cannot begin in the middle of one.
      const [skipped = ''] = /^[\w$]+|^[^]/u.exec(code.slice(at, at + 200)) ?? []
      plain += skipped
      at += Math.max(skipped.length, 1)
      continue
    }
    if (plain !== '') pieces.push({ text: plain })
    plain = ''
    pieces.push(match)
    at += match.text.length
  }
  return plain === '' ? pieces : [...pieces, { text: plain }]
}

function firstMatch(candidates: [Kind, RegExp][], code: string, at: number): Required<CodePiece> | undefined {
  for (const [kind, pattern] of candidates) {
    pattern.lastIndex = at
    const text = pattern.exec(code)?.[0]
    if (text !== undefined && text !== '') return { kind, text }
  }
  return undefined
}

/** A text as HTML: only what would begin markup is replaced, so that code stays light. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Keys and strings are by far the most, and get by without a class. */
function wrapped(kind: Kind, text: string): string {
  if (kind === 'key') return `<i>${text}</i>`
  return kind === 'string' ? `<b>${text}</b>` : `<i class=${kind}>${text}</i>`
}

/** Code as HTML with an element around each coloured piece; its text is the code, whatever it holds. */
export function codeHtml(code: string, language: Language): string {
  return highlight(code, language)
    .map(({ text, kind }) => (kind === undefined ? escapeText(text) : wrapped(kind, escapeText(text))))
    .join('')
}
