/*
 * What every runtime must do with the built package: a create, a failure, a token, an abort, a retry, a reconcile.
 * Plain JavaScript with web-standard APIs only; gives the names of what failed.
 */
export async function probe(client, baseUrl) {
  const { clientCredentials, createClient, createdId, InterruptedError, MaybeAppliedError, ApiError } = client
  const auth = clientCredentials({ clientId: 'id', clientSecret: 'secret', tokenUrl: `${baseUrl}/token` })
  const failures = []
  const cockpit = (path) => createClient({ baseUrl: `${baseUrl}/${path}`, tenant: 't.example', auth })
  const check = async (name, work) => {
    try {
      if ((await work()) !== true) failures.push(name)
    } catch (error) {
      failures.push(`${name}: ${error?.name} ${error?.message}`)
    }
  }
  const body = { internalIdentifier: 'ERP-1', email: 'canary@example.com' }
  const create = (path, options) => createdId(cockpit(path).POST('/v1/Customers', { body, ...options }))
  const caught = (path, options) => create(path, options).catch((error) => error)

  await check('create', async () => (await create('ok')) === 'new-id')
  await check('retry after 429', async () => (await create('busy')) === 'new-id')
  await check('400', async () => {
    const error = await caught('bad')
    return error instanceof ApiError && error.status === 400 && !JSON.stringify(error).includes('canary')
  })
  await check('redirect', async () => (await caught('moved')).name === 'UnexpectedContentError')
  await check('lost answer and reconcile', async () => {
    const error = await caught('lost')
    return error instanceof MaybeAppliedError && (await error.reconcile()).id === 'found-id'
  })
  await check('time-out', async () => (await caught('hang', { timeoutMs: 200 })).reason === 'timeout')
  await check('abort', async () => {
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 100)
    const error = await caught('hang', { signal: controller.signal })
    return error instanceof MaybeAppliedError && error.reason === 'abort'
  })
  await check('abort before', async () => {
    const error = await caught('ok', { signal: AbortSignal.abort() })
    return error instanceof InterruptedError && error.sent === false
  })
  return failures
}
