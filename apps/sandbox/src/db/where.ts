import type { Parameter } from './database.ts'

/** Conditions of a statement, joined by "and", with their values. */
export class Where {
  readonly #texts: string[] = []
  readonly values: Parameter[] = []

  /**
   * Adds a condition.
   * @param text SQL with a `?` where each value belongs
   * @param values the values
   */
  and(text: string, ...values: Parameter[]): this {
    let count = this.values.length
    this.#texts.push(text.replaceAll('?', () => `$${(count += 1)}`))
    this.values.push(...values)
    return this
  }

  /**
   * The statement's end for one page.
   * @param offset how many rows come before it
   * @param limit how many rows it has at most
   */
  page(offset: number, limit: number): { text: string; values: Parameter[] } {
    const count = this.values.length
    return { text: `limit $${count + 1} offset $${count + 2}`, values: [...this.values, limit, offset] }
  }

  /** The conditions as SQL. */
  get text(): string {
    return this.#texts.join(' and ')
  }
}

/** A pattern for `like` that finds a text anywhere. */
export function contains(text: string): string {
  return `%${text.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`
}

/** What a list is sorted by. */
export interface Order {
  /** True for the company's name, false for the time of creation. */
  byName: boolean
  isAscending: boolean
}

/** The sort order as SQL; the id decides between equals, so that pages never overlap. */
export function orderBy({ byName, isAscending }: Order): string {
  const direction = isAscending ? 'asc' : 'desc'
  return byName
    ? `order by lower(company_name) ${direction} nulls last, id ${direction}`
    : `order by created_at ${direction}, id ${direction}`
}
