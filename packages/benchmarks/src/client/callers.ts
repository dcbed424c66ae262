import { createClient } from '@cloudcockpit/client'
import type { Customer, paths } from '@cloudcockpit/openapi/types'
import axios from 'axios'
import ky from 'ky'
import createFetchClient from 'openapi-fetch'

/** One call by one library; all of them send the same request and parse the answer. */
export type Caller = () => Promise<unknown>

/** The libraries that are compared, ours with everything on. */
export function callers(url: string, body: Customer): Record<string, Caller> {
  const headers = { 'X-Tenant': 'portal.example', Authorization: 'Bearer a-token' }
  const correlated = () => ({ ...headers, 'X-Correlation-Id': crypto.randomUUID() })
  const generated = createFetchClient<paths>({ baseUrl: url })
  const cockpit = createClient({
    baseUrl: url,
    tenant: 'portal.example',
    auth: async () => 'a-token',
    onEvent: () => {},
  })
  return {
    'bare fetch': async () => {
      const own = { ...correlated(), 'Content-Type': 'application/json' }
      const response = await fetch(`${url}/v1/Customers`, {
        method: 'POST',
        headers: own,
        body: JSON.stringify(body),
      })
      return response.json()
    },
    'openapi-fetch': async () =>
      (await generated.POST('/v1/Customers', { body, params: { header: correlated() } })).data,
    '@cloudcockpit/client': async () => (await cockpit.POST('/v1/Customers', { body })).data,
    axios: async () => (await axios.post(`${url}/v1/Customers`, body, { headers: correlated() })).data,
    ky: () => ky.post(`${url}/v1/Customers`, { json: body, headers: correlated() }).json(),
  }
}
