import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import MarkdownIt from 'markdown-it'

/** One fenced block of a guide. */
interface GuideBlock {
  readonly language: string
  /** The words after the language, such as `check`. */
  readonly marks: readonly string[]
  readonly source: string
  /** Of the opening fence, from 1. */
  readonly line: number
}

/** A guide with its blocks in order. */
export interface Guide {
  /** The file's name without its ending. */
  readonly name: string
  readonly blocks: readonly GuideBlock[]
}

const folder = fileURLToPath(new URL('../../content/docs/guides/', import.meta.url))

/** Every guide of the docs. */
export function readGuides(): Guide[] {
  const files = readdirSync(folder).filter((file) => /\.mdx?$/.test(file))
  return files.sort().map((file) => {
    return {
      name: file.replace(/\.mdx?$/, ''),
      blocks: fencedBlocks(readFileSync(join(folder, file), 'utf8')),
    }
  })
}

/** The fenced blocks of a Markdown text, in order. */
function fencedBlocks(markdown: string): GuideBlock[] {
  const tokens = new MarkdownIt().parse(markdown, {})
  return tokens
    .filter(({ type }) => type === 'fence')
    .map(({ info, content, map }) => {
      const [language = '', ...marks] = info.trim().split(/\s+/)
      return { language, marks, source: content, line: (map?.[0] ?? 0) + 1 }
    })
}

/** The blocks of a language without a mark, as one program: a guide is read from top to bottom. */
export function joined({ blocks }: Guide, language: string): string {
  const parts = blocks.filter((block) => block.language === language && block.marks.length === 0)
  return parts.map(({ source }) => source).join('\n')
}
