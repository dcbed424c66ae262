import { calls } from '@cloudcockpit/openapi/facts'
import type { Data, Operation, PathWith, Result } from './types.ts'
import { unwrap } from './unwrap.ts'

type Creates = { [P in PathWith<'post'>]: Operation<P, 'post'> }[PathWith<'post'>]

/** What the creates answer: the bare id, or an object that holds it. */
export type Created = Data<Creates>

/**
 * The new id in an answer.
 * @param pointers where it may stand: JSON pointers to the whole answer or to one of its properties
 */
export function idOf(data: unknown, pointers: readonly string[]): string | undefined {
  const found: unknown[] = pointers.map((pointer) => (pointer ? Object(data)[pointer.slice(1)] : data))
  return found.find((id): id is string => typeof id === 'string' && id !== '')
}

/**
 * Gives the id of what a create has made, in whichever documented shape the answer holds it.
 * @param result what a create returns
 * @throws CockpitError whatever went wrong
 * @example
 * ```ts
 * const resellerId = await createdId(cockpit.POST('/v1/Resellers', { body }))
 * ```
 */
export async function createdId(result: Result<Created> | PromiseLike<Result<Created>>): Promise<string> {
  const pointers = Object.values(calls).flatMap((call) => ('ids' in call ? [...call.ids] : []))
  // The client has already refused an answer without an id.
  return idOf(await unwrap(result), pointers) ?? ''
}
