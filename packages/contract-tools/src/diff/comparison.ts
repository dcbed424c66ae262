import { isObject, type Json, type JsonObject, resolve } from '@cloudcockpit/openapi/scripts/contract.ts'
import { type Change, judge, type Relation, type Side } from './change.ts'

/** Follows a reference of one of the two documents. */
export type Resolver = (value: Json | undefined) => { value: JsonObject; name?: string }

/** Where in the contract the comparison stands. */
export interface Place {
  side: Side
  /** As a person names it: `Customer.taxId`. */
  subject: string
  /** JSON pointer into the bundled contract. */
  pointer: string
  /** The node of the usage graph that changes here belong to: an operation, or a component on one side. */
  node: string
}

type Found = Omit<Change, 'operations'> & { node: string }

/** Compares two schemas; parts of schemas are handed it, so that they can go on inside. */
export type CompareSchemas = (
  comparison: Comparison,
  at: Place,
  older: Json | undefined,
  newer: Json | undefined,
) => void

/** What a check has to say about a change; `side`, `subject` and `pointer` come from the place. */
export interface Finding {
  rule: string
  statement: string
  consequence?: string
  before?: Json | undefined
  after?: Json | undefined
}

/**
 * The state of one comparison: both documents, what was found, and who uses which component, so that a component
 * is compared once per side however many operations use it.
 */
export class Comparison {
  readonly #found: Found[] = []
  readonly #users = new Map<string, Set<string>>()
  readonly #seen = new Set<string>()

  /** Follows a reference of the older document. */
  readonly resolveOlder: Resolver
  /** Follows a reference of the newer document. */
  readonly resolveNewer: Resolver

  constructor(older: JsonObject, newer: JsonObject) {
    this.resolveOlder = resolverOf(older)
    this.resolveNewer = resolverOf(newer)
  }

  /** Records that valid values became fewer, more or others, and judges it for the side it is on. */
  values(at: Place, relation: Relation, finding: Finding): void {
    this.#add(at, { ...judge(at.side, relation), ...finding })
  }

  /** Records a change whose verdict does not follow from the side alone. */
  breaking(at: Place, finding: Required<Pick<Finding, 'consequence'>> & Finding): void {
    this.#add(at, { severity: 'breaking', ...finding })
  }

  /** Records what callers can see and none breaks at. */
  additive(at: Place, finding: Required<Pick<Finding, 'consequence'>> & Finding): void {
    this.#add(at, { severity: 'additive', ...finding })
  }

  /** Records a change of words, examples and the like. */
  editorial(at: Place, finding: Finding): void {
    this.#add(at, { severity: 'editorial', consequence: 'Nothing changes for programs.', ...finding })
  }

  /**
   * Enters a component that both documents use in the same place, and remembers who uses it.
   * @returns true the first time on this side; afterwards its changes are known already
   */
  enter(node: string, user: string): boolean {
    const users = this.#users.get(node) ?? new Set()
    this.#users.set(node, users.add(user))
    if (this.#seen.has(node)) return false
    this.#seen.add(node)
    return true
  }

  /** Everything that was found, each with the operations it reaches, the gravest first. */
  changes(): Change[] {
    const merged = new Map<string, { change: Omit<Found, 'node'>; nodes: Set<string> }>()
    for (const { node, ...change } of this.#found) {
      const key = [change.severity, change.rule, change.side, change.subject, change.statement].join('\n')
      const known = merged.get(key) ?? { change, nodes: new Set() }
      known.nodes.add(node)
      merged.set(key, known)
    }
    const order = { breaking: 0, additive: 1, editorial: 2 }
    return [...merged.values()]
      .map(({ change, nodes }) => ({ ...change, operations: this.#operationsOf(nodes) }))
      .toSorted((a, b) => order[a.severity] - order[b.severity])
  }

  #add(
    { side, subject, pointer, node }: Place,
    finding: Finding & Pick<Found, 'severity' | 'consequence'>,
  ): void {
    const { before, after, ...said } = finding
    this.#found.push({
      ...said,
      side,
      subject,
      pointer,
      node,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    })
  }

  /** Walks from components up to the operations that use them. */
  #operationsOf(nodes: Set<string>): string[] {
    const reached = new Set(nodes)
    for (const node of reached) for (const user of this.#users.get(node) ?? []) reached.add(user)
    const operations = [...reached].filter((node) => node.startsWith('operation '))
    return operations.map((node) => node.slice(10)).toSorted()
  }
}

/** Follows each reference of a document once; a big contract uses some of its components thousands of times. */
function resolverOf(document: JsonObject): Resolver {
  const known = new Map<string, ReturnType<Resolver>>()
  return (value) => {
    const reference = isObject(value) ? value['$ref'] : undefined
    if (typeof reference !== 'string') return { value: isObject(value) ? value : {} }
    const found = known.get(reference) ?? resolve(document, value)
    known.set(reference, found)
    return found
  }
}

/** The place of a member: `Customer` and `taxId` give `Customer.taxId`. */
export function inside(at: Place, suffix: string, ...keys: (string | number)[]): Place {
  const { side, subject, pointer, node } = at
  const tokens = keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`)
  return { side, subject: subject + suffix, pointer: pointer + tokens.join(''), node }
}

/**
 * Equal, and without a reference that could lead to something else: there is nothing to compare. Most of a contract is
 * so, and this says it at a fraction of the cost of a comparison.
 */
export function isSettled(a: Json | undefined, b: Json | undefined): boolean {
  return isEqual(a, b, false)
}

/** Equal as JSON, whatever the order of members. */
export function same(a: Json | undefined, b: Json | undefined): boolean {
  return isEqual(a, b, true)
}

function isEqual(a: Json | undefined, b: Json | undefined, mayRefer: boolean): boolean {
  if (Array.isArray(a))
    return (
      Array.isArray(b) && a.length === b.length && a.every((item, index) => isEqual(item, b[index], mayRefer))
    )
  if (!isObject(a) || !isObject(b)) return a === b
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every(
      (key) => (mayRefer || key !== '$ref') && Object.hasOwn(b, key) && isEqual(a[key], b[key], mayRefer),
    )
  )
}
