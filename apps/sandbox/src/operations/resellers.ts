import type { components } from '@cloudcockpit/openapi/types'
import { randomUUID } from 'node:crypto'
import { memberOf, textAt } from '../contract/json.ts'
import {
  countResellers,
  findReseller,
  insertReseller,
  listResellers,
  type StoredReseller,
} from '../db/resellers.ts'
import { ApiError, invalid, type Problem } from '../errors.ts'
import { addressProblems } from '../rules/address.ts'
import { providerResellerProblems } from '../rules/provider-reseller.ts'
import type { Call, Operations, UncheckedCall } from './operation.ts'
import { needsAlso, pageOf } from './page.ts'
import { resellerScope } from './scope.ts'
import { isUuid } from './uuid.ts'

type Reseller = components['schemas']['Reseller']

/** The operations of the tag Resellers. */
export const resellers = {
  createReseller: {
    check: checkCreate,
    handle: async ({ caller, services, correlationId, body }) => {
      const id = body.id?.toLowerCase() ?? randomUUID()
      const setup = {
        milliseconds: services.config.providerSetup,
        failingId: services.failingProviderResellerId,
      }
      const status = services.config.created === '200' ? 200 : 201
      const creation = { caller, correlationId, status }
      const isNew = await insertReseller(services.database, { id, body }, setup, creation)
      if (!isNew && services.config.repeatedIds === 'refuse')
        throw invalid([{ property: 'id', sentence: 'There is a reseller with this id already.' }])
      return status === 200
        ? { status, body: id, isAudited: isNew }
        : { status, body: { resellerId: id }, isAudited: isNew }
    },
  },
  getReseller: {
    check: async ({ caller, path }) => {
      const id = textAt(path, 'resellerId')
      if (id !== undefined && isUuid(id)) resellerScope(caller, id)
      return []
    },
    handle: async ({ caller, services, path }) => {
      const found = await findReseller(services.database, caller.tenantId, path.resellerId)
      if (found === undefined) throw new ApiError(404, 'The reseller does not exist.')
      return { status: 200, body: asRead(found) }
    },
  },
  listResellers: {
    check: async ({ sentQuery }) => [
      ...needsAlso(sentQuery, 'searchField', 'searchValue'),
      ...needsAlso(sentQuery, 'customerId', 'providerInstanceId'),
    ],
    handle: list,
  },
} satisfies Operations

async function list({ caller, services, query }: Call<'listResellers'>) {
  const { pageNumber = 1, pageSize = 25 } = query
  const filter = {
    tenantId: caller.tenantId,
    search: query.searchValue,
    field: query.searchField ?? 'Company.Name',
    customerId: query.customerId,
    providerInstanceId: query.providerInstanceId,
  }
  const total = await countResellers(services.database, filter)
  const order = { byName: query.sortPropertyName !== undefined, isAscending: query.ascendingOrder ?? true }
  const found = await listResellers(services.database, filter, order, (pageNumber - 1) * pageSize, pageSize)
  return { status: 200 as const, body: pageOf(found.map(asRead), total, pageNumber, pageSize) }
}

/** What was sent, with the id and with the status that each provider reseller has by now. */
function asRead({ id, body, statuses }: StoredReseller): Reseller {
  const providerResellers = body.providerResellers?.map((item) => {
    const name = statuses.get(item.providerInstanceId.toLowerCase())
    return name === undefined ? item : { ...item, status: { name } }
  })
  return { ...body, id, providerResellers: providerResellers ?? null }
}

async function checkCreate({ caller, services, body }: UncheckedCall): Promise<Problem[]> {
  const { config } = services
  const problems = addressProblems(body, 'zipCode', config)
  const list = memberOf(body, 'providerResellers')
  const items = Array.isArray(list) ? list : []
  const known = items.length === 0 ? new Map() : await services.providerInstances(caller.tenantId)
  const isChecked = config.providerRules === 'documented'
  return [...problems, ...providerResellerProblems(items, known, textAt(body, 'country'), isChecked)]
}
