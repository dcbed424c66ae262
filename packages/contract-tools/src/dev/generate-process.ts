import { makeArtifacts } from '@cloudcockpit/openapi/scripts/artifacts.ts'
import { bundleContract } from '@cloudcockpit/openapi/scripts/bundle.ts'

/**
 * Makes what is generated from the contract each time the parent asks, in a process of its own, so that it runs
 * beside lint. Writes nothing: whether the contract is right is not known yet.
 */
process.on('message', () => {
  void bundleContract()
    .then(async ({ document, problems }) => (problems.length > 0 ? undefined : makeArtifacts(document)))
    // What keeps a contract from being bundled is lint's to explain.
    .catch(() => undefined)
    .then((artifacts) => process.send?.({ event: 'made', artifacts }))
})
process.on('disconnect', () => process.exit())
process.send?.({ event: 'ready' })
