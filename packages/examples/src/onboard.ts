import { createdId, createClient, clientCredentials, unwrap } from '@cloudcockpit/client'
import { requestExamples } from '@cloudcockpit/openapi/examples'
import type { Sandbox } from '@cloudcockpit/sandbox'

/** What became of one request example. */
export interface Onboarded {
  operation: string
  example: string
  id: string
  /** The company's name as the API gives it back. */
  companyName: string | null
}

/**
 * Sends every create example of the contract as a typed request over HTTP, and reads back what was created.
 * The examples compile as request bodies, so a contract that breaks them breaks this program first.
 * @param sandbox where to send them
 * @throws CockpitError when a request fails
 */
export async function onboard(
  sandbox: Pick<Sandbox, 'url' | 'tokenUrl' | 'credential'>,
): Promise<Onboarded[]> {
  const { id: clientId, secret: clientSecret, tenant } = sandbox.credential('csp')
  const auth = clientCredentials({ clientId, clientSecret, tokenUrl: sandbox.tokenUrl })
  const cockpit = createClient({ baseUrl: sandbox.url, tenant, auth })
  const onboarded: Onboarded[] = []

  for (const [example, body] of Object.entries(requestExamples.createReseller)) {
    const resellerId = await createdId(cockpit.POST('/v1/Resellers', { body }))
    const params = { path: { resellerId } }
    const { companyName } = await unwrap(cockpit.GET('/v1/Resellers/{resellerId}', { params }))
    onboarded.push({ operation: 'createReseller', example, id: resellerId, companyName })
  }
  for (const [example, body] of Object.entries(requestExamples.createCustomer)) {
    const customerId = await createdId(cockpit.POST('/v1/Customers', { body }))
    const params = { path: { customerId } }
    const { companyName } = await unwrap(cockpit.GET('/v1/Customers/{customerId}', { params }))
    onboarded.push({ operation: 'createCustomer', example, id: customerId, companyName })
  }
  return onboarded
}
