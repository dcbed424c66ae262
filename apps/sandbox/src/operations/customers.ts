import type { components } from '@cloudcockpit/openapi/types'
import { randomUUID } from 'node:crypto'
import { isObject, memberOf, textAt } from '../contract/json.ts'
import { childPath } from '../contract/property-path.ts'
import { countCustomers, findCustomer, insertCustomer, listCustomers } from '../db/customers.ts'
import { resellerExists } from '../db/resellers.ts'
import { ApiError, invalid, type Problem } from '../errors.ts'
import { addressProblems } from '../rules/address.ts'
import { microsoftContactProblems } from '../rules/microsoft-contact.ts'
import type { Call, Operations, UncheckedCall } from './operation.ts'
import { needsAlso, pageOf } from './page.ts'
import { resellerScope } from './scope.ts'
import { isUuid } from './uuid.ts'

type Customer = components['schemas']['Customer']

/** The operations of the tag Customers. */
export const customers = {
  createCustomer: {
    check: checkCreate,
    handle: async ({ caller, services, correlationId, body }) => {
      const id = body.id?.toLowerCase() ?? randomUUID()
      const resellerId = resellerScope(caller, body.resellerId)
      const status = services.config.created === '200' ? 200 : 201
      const isNew = await insertCustomer(
        services.database,
        { id, resellerId, body },
        { caller, correlationId, status },
      )
      if (!isNew && services.config.repeatedIds === 'refuse')
        throw invalid([{ property: 'id', sentence: 'There is a customer with this id already.' }])
      return { status, body: id, isAudited: isNew }
    },
  },
  getCustomer: {
    check: async ({ caller, query }) => {
      resellerScope(caller, textAt(query, 'resellerId'))
      return []
    },
    handle: async ({ caller, services, path, query }) => {
      const scope = resellerScope(caller, query.resellerId)
      const found = await findCustomer(services.database, caller.tenantId, path.customerId)
      if (found === undefined) throw new ApiError(404, 'The customer does not exist.')
      if (scope !== null && found.resellerId !== scope) throw new ApiError(403)
      return { status: 200, body: asRead(found) }
    },
  },
  listCustomers: {
    check: async ({ caller, query, sentQuery }) => {
      resellerScope(caller, textAt(query, 'resellerId'))
      return needsAlso(sentQuery, 'searchField', 'searchValue')
    },
    handle: list,
  },
} satisfies Operations

async function list({ caller, services, query }: Call<'listCustomers'>) {
  const { pageNumber = 1, pageSize = 25 } = query
  const filter = {
    tenantId: caller.tenantId,
    resellerId: resellerScope(caller, query.resellerId),
    search: query.searchValue,
    field: query.searchField ?? 'Company.Name',
    isPartial: services.config.customerSearch === 'partial',
  }
  const total = await countCustomers(services.database, filter)
  const order = { byName: query.sortPropertyName !== undefined, isAscending: query.ascendingOrder ?? true }
  const found = await listCustomers(services.database, filter, order, (pageNumber - 1) * pageSize, pageSize)
  return { status: 200 as const, body: pageOf(found.map(asRead), total, pageNumber, pageSize) }
}

function asRead({
  id,
  resellerId,
  body,
}: {
  id: string
  resellerId: string | null
  body: Customer
}): Customer {
  return { ...body, id, resellerId }
}

async function checkCreate({ caller, services, body }: UncheckedCall): Promise<Problem[]> {
  const { database, config } = services
  const named = textAt(body, 'resellerId')
  const resellerId = resellerScope(caller, named)
  const problems = addressProblems(body, 'zip', config)
  if (
    resellerId !== null &&
    isUuid(resellerId) &&
    !(await resellerExists(database, caller.tenantId, resellerId))
  )
    problems.push({ property: 'resellerId', sentence: 'The reseller does not exist in this tenant.' })
  const map = memberOf(body, 'providerCustomers')
  const entries = isObject(map) ? Object.entries(map).filter(([key]) => isUuid(key)) : []
  const all = entries.length === 0 ? undefined : await services.providerInstances(caller.tenantId)
  const known = new Map(entries.map(([key]) => [key.toLowerCase(), all?.get(key.toLowerCase())]))
  const seen = new Set<string>()
  for (const [key, value] of entries) {
    const id = key.toLowerCase()
    const property = `${childPath('providerCustomers', key)}.providerInstanceId`
    const repeated = textAt(value, 'providerInstanceId')
    if (known.get(id) === undefined)
      problems.push({ property, sentence: 'The provider instance does not exist in this tenant.' })
    else if (repeated !== undefined && isUuid(repeated) && repeated.toLowerCase() !== id)
      problems.push({ property, sentence: 'The value must be the id under which the object stands.' })
    if (seen.has(id)) problems.push({ property, sentence: 'The provider instance is given twice.' })
    seen.add(id)
  }
  const isMicrosoft = [...known.values()].some((instance) => (instance?.kind ?? 'generic') !== 'generic')
  if (isMicrosoft && config.microsoftContacts === 'strict') problems.push(...microsoftContactProblems(body))
  return problems
}
