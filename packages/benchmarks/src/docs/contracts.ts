import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** A contract to render, and the place in it that a reader looks for. */
export interface Subject {
  name: string
  file: string
  operationId: string
  /** A property of that operation's request, which no text around it names. */
  property: string
  /** Where the operation is on the page of each other renderer. */
  anchors: { redoc: string; scalar: string }
}

const github = '@octokit/openapi@23.0.2'

/** The contract of this repository. */
export function ownContract(): Subject {
  return {
    name: 'The contract of this repository',
    file: createRequire(import.meta.url).resolve('@cloudcockpit/openapi/openapi.json'),
    operationId: 'createCustomer',
    property: 'addressLine1',
    anchors: {
      redoc: '#/customers/createcustomer',
      scalar: '#tag/customers/POST/v1/Customers',
    },
  }
}

/**
 * GitHub's REST description, fetched from the package registry into a folder outside the repository.
 * @param scratch where to keep it
 */
export function githubContract(scratch: string): Subject {
  const folder = join(scratch, 'github')
  const file = join(folder, 'package', 'generated', 'api.github.com.json')
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true })
    const packed = execFileSync('npm', ['pack', github, '--silent'], { cwd: folder, encoding: 'utf8' }).trim()
    execFileSync('tar', ['xf', packed.split('\n').at(-1) ?? packed], { cwd: folder })
  }
  return {
    name: `GitHub's REST description (${github})`,
    file,
    operationId: 'repos/create-for-authenticated-user',
    property: 'allow_squash_merge',
    anchors: {
      redoc: '#/repos/repos/create-for-authenticated-user',
      scalar: '#tag/repos/POST/user/repos',
    },
  }
}
