import { slug } from './anchors.ts'
import type { Example, Operation } from './operations/index.ts'

/** A longer example is a file of its own, so that it does not weigh on the page. */
const mostCharacters = 8_000

/** An example that is a file of its own. */
export interface ExampleFile {
  /** The path of the file, without a slash in front. */
  path: string
  text: string
}

/** Whether an example is too long to stand on a page. */
export function isLarge(example: Example): boolean {
  // The length without spaces is a lower bound that needs no second serialisation.
  return JSON.stringify(example.value).length > mostCharacters
}

/** The path of an example's file. */
export function examplePath(operation: Operation, status: string, example: Example): string {
  return `examples/${slug(operation.id)}/${slug(status)}-${slug(example.key).replaceAll('/', '-')}.json`
}

/** The large examples of all answers. */
export function largeExamples(operations: readonly Operation[]): ExampleFile[] {
  const found = new Map<string, ExampleFile>()
  for (const operation of operations) {
    for (const { status, contents } of operation.responses) {
      for (const example of contents.flatMap(({ examples }) => examples).filter(isLarge)) {
        const path = examplePath(operation, status, example)
        found.set(path, { path, text: JSON.stringify(example.value, null, 2) })
      }
    }
  }
  return [...found.values()]
}
