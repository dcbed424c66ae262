import { isObject, type JsonObject, objectAt, objectsIn, textAt, textsIn } from './json.ts'

/** What a provider instance is; it decides which members a provider reseller may have. */
export type ProviderKind = 'microsoft-tier-1' | 'microsoft-tier-2' | 'generic'

/** One connection of a tenant to a cloud provider. */
export interface ProviderInstance {
  id: string
  name: string
  kind: ProviderKind
  offerTypes: string[]
  /** ISO 3166-1 codes; null for every country. */
  supportedCountries: string[] | null
}

/** An API Access as the contract declares it for the sandbox. */
export interface DemoClient {
  id: string
  name: string
  role: Role
  resellerId: string | null
  /** Fixed, and therefore valid only while the sandbox is bound to loopback. */
  secret: string
}

/** Who may call an operation. */
export type Role = 'csp' | 'reseller'

/** A tenant that the sandbox starts with. */
export interface SeedTenant {
  id: string
  name: string
  domains: string[]
  providerInstances: ProviderInstance[]
  resellers: { id: string; body: JsonObject }[]
  clients: DemoClient[]
}

/**
 * What the sandbox starts with, as the contract declares it under its root mark `x-sandbox`.
 * @param document the bundled contract
 * @throws Error when the mark lacks a tenant
 */
export function readSeed(document: JsonObject): SeedTenant[] {
  const tenants = objectsIn(objectAt(document, 'x-sandbox')['tenants'])
  if (tenants.length === 0) throw new Error('The contract declares no tenant under x-sandbox.tenants.')
  return tenants.map((tenant) => ({
    id: need(tenant, 'id'),
    name: need(tenant, 'name'),
    domains: textsIn(tenant['domains']),
    providerInstances: objectsIn(tenant['providerInstances']).map(providerInstance),
    resellers: objectsIn(tenant['resellers']).map((reseller) => ({
      id: need(reseller, 'id'),
      body: objectAt(reseller, 'body'),
    })),
    clients: objectsIn(tenant['clients']).map((client) => ({
      id: need(client, 'id'),
      name: need(client, 'name'),
      role: asRole(need(client, 'role')),
      resellerId: textAt(client, 'resellerId') ?? null,
      secret: need(client, 'secret'),
    })),
  }))
}

/**
 * A name as a role.
 * @throws Error when it is none
 */
export function asRole(name: string): Role {
  if (name === 'csp' || name === 'reseller') return name
  throw new Error(`"${name}" is no role; the roles are csp and reseller.`)
}

/**
 * A name as the kind of a provider instance.
 * @throws Error when it is none
 */
export function asKind(name: string): ProviderKind {
  if (name === 'microsoft-tier-1' || name === 'microsoft-tier-2' || name === 'generic') return name
  throw new Error(`"${name}" is no kind of provider instance.`)
}

function providerInstance(value: JsonObject): ProviderInstance {
  return {
    id: need(value, 'id'),
    name: need(value, 'name'),
    kind: asKind(need(value, 'kind')),
    offerTypes: textsIn(value['offerTypes']),
    supportedCountries: Array.isArray(value['supportedCountries'])
      ? textsIn(value['supportedCountries'])
      : null,
  }
}

function need(value: JsonObject, key: string): string {
  const text = textAt(value, key)
  if (text === undefined) throw new Error(`x-sandbox in the contract lacks "${key}" in ${describe(value)}.`)
  return text
}

function describe(value: JsonObject): string {
  return isObject(value) ? `{${Object.keys(value).join(', ')}}` : String(value)
}
