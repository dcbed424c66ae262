import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { toJson, toYaml } from './bundle.ts'
import type { JsonObject } from './contract.ts'
import { generateExamples } from './examples.ts'
import { generateFacts } from './facts.ts'
import { generateReconciliations } from './reconciliations.ts'

/** The text of every file made from the contract, by its path in the contract's folder. */
export type Artifacts = Readonly<Record<string, string>>

/**
 * Makes everything that is generated from a contract; writes nothing.
 * @param document the bundled contract
 * @param makeTypes how the types are made; default: here, by the generator
 */
export async function makeArtifacts(
  document: JsonObject,
  makeTypes: (document: JsonObject) => Promise<string> = generateHere,
): Promise<Artifacts> {
  return {
    'dist/openapi.json': toJson(document),
    'dist/openapi.yaml': toYaml(document),
    'src/generated/examples.ts': generateExamples(document),
    'src/generated/facts.ts': generateFacts(document),
    'src/generated/reconciliations.ts': generateReconciliations(document),
    'src/generated/types.ts': await makeTypes(document),
  }
}

/** The generator loads a compiler, which takes as long as everything else together: only who needs it pays for it. */
async function generateHere(document: JsonObject): Promise<string> {
  const { generateTypes } = await import('./types.ts')
  return generateTypes(document)
}

/**
 * The committed files that are not what the contract makes today.
 * @param artifacts what the contract makes
 * @param root the contract's folder, with a trailing slash
 */
export async function staleFiles(artifacts: Artifacts, root: string): Promise<string[]> {
  const committed = Object.entries(artifacts).filter(([path]) => path.startsWith('src/'))
  const stale = await Promise.all(committed.map(async ([path, text]) => (await read(root + path)) !== text))
  return committed.map(([path]) => path).filter((_, index) => stale[index])
}

/**
 * Writes the files whose text changed, and leaves the others alone, their times included.
 * @param artifacts what the contract makes
 * @param root the contract's folder, with a trailing slash
 * @returns the paths that were written
 */
export async function writeArtifacts(artifacts: Artifacts, root: string): Promise<string[]> {
  const written: string[] = []
  for (const [path, text] of Object.entries(artifacts)) {
    const target = root + path
    if ((await read(target)) === text) continue
    await mkdir(dirname(target), { recursive: true })
    // Renaming is atomic: nobody ever reads half a file.
    await writeFile(`${target}.new`, text)
    await rename(`${target}.new`, target)
    written.push(path)
  }
  return written
}

async function read(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined)
}
