import type { FastifyInstance } from 'fastify'
import type { JsonObject } from '../contract/json.ts'
import type { State } from '../state.ts'

export function addAdmin(_app: FastifyInstance, _document: JsonObject, _state: State): void {}
