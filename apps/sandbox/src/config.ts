import { parseArgs } from 'node:util'

/** What becomes of properties that the contract does not know. */
export type UnknownProperties = 'ignore' | 'refuse'

/** How a sandbox is set up. Every member has a flag and an environment variable; see {@link settings}. */
export interface Config {
  host: string
  /** 0 takes a free one. */
  port: number
  /** `memory:`, `pglite:<directory>` or `postgres://…`. */
  database: string
  repeatedIds: 'refuse' | 'answer'
  unknownProperties: UnknownProperties
  zip: 'country' | 'any'
  phone: 'country' | 'any'
  microsoftContacts: 'any' | 'strict'
  providerRules: 'documented' | 'any'
  customerSearch: 'exact' | 'partial'
  created: '201' | '200'
  /** Milliseconds until a provider reseller is set up. */
  providerSetup: number
  admin: 'loopback' | 'off'
  /** Origins whose pages may call the API, besides those on loopback; separated by commas. */
  corsOrigins: string
  validateAnswers: 'on' | 'off'
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
  /** Reloads the routes when the contract's bundle changes. */
  watch: boolean
}

interface Setting {
  flag: string
  env: string
  help: string
  /** The values to choose from; a text or number is free where they are missing. */
  values?: readonly string[]
  kind?: 'port' | 'milliseconds' | 'boolean' | 'database'
}

/** Every setting: the one place for its flag, its environment variable, its values and its help. */
export const settings: { readonly [Key in keyof Config]: Setting } = {
  host: {
    flag: 'host',
    env: 'SANDBOX_HOST',
    help: 'address to listen on; other than loopback, demo secrets are random',
  },
  port: { flag: 'port', env: 'SANDBOX_PORT', kind: 'port', help: 'port to listen on; 0 takes a free one' },
  database: {
    flag: 'database',
    env: 'DATABASE_URL',
    kind: 'database',
    help: 'memory:, pglite:<directory> or postgres://…',
  },
  repeatedIds: {
    flag: 'repeated-ids',
    env: 'SANDBOX_REPEATED_IDS',
    values: ['refuse', 'answer'],
    help: 'a create whose id exists: 400, or answer as if it were new and change nothing',
  },
  unknownProperties: {
    flag: 'unknown-properties',
    env: 'SANDBOX_UNKNOWN_PROPERTIES',
    values: ['ignore', 'refuse'],
    help: 'properties that the contract does not know',
  },
  zip: {
    flag: 'zip',
    env: 'SANDBOX_ZIP',
    values: ['country', 'any'],
    help: 'check zip codes by country, or take any',
  },
  phone: {
    flag: 'phone',
    env: 'SANDBOX_PHONE',
    values: ['country', 'any'],
    help: 'check phone numbers by country, or take any',
  },
  microsoftContacts: {
    flag: 'microsoft-contacts',
    env: 'SANDBOX_MICROSOFT_CONTACTS',
    values: ['any', 'strict'],
    help: "Microsoft's stricter rules for the contacts of its customers",
  },
  providerRules: {
    flag: 'provider-rules',
    env: 'SANDBOX_PROVIDER_RULES',
    values: ['documented', 'any'],
    help: 'which provider instance takes a providerResellerId',
  },
  customerSearch: {
    flag: 'customer-search',
    env: 'SANDBOX_CUSTOMER_SEARCH',
    values: ['exact', 'partial'],
    help: "how a search by a customer's identifier matches",
  },
  created: {
    flag: 'created',
    env: 'SANDBOX_CREATED',
    values: ['201', '200'],
    help: 'the status of a successful create; both are documented',
  },
  providerSetup: {
    flag: 'provider-setup',
    env: 'SANDBOX_PROVIDER_SETUP',
    kind: 'milliseconds',
    help: 'milliseconds that a provider reseller stays in Processing',
  },
  admin: { flag: 'admin', env: 'SANDBOX_ADMIN', values: ['loopback', 'off'], help: 'who may use /_sandbox/' },
  corsOrigins: {
    flag: 'cors-origins',
    env: 'SANDBOX_CORS_ORIGINS',
    help: 'origins of pages that may call the API, besides loopback; separated by commas',
  },
  validateAnswers: {
    flag: 'validate-answers',
    env: 'SANDBOX_VALIDATE_ANSWERS',
    values: ['on', 'off'],
    help: 'check every answer against the contract and log loudly',
  },
  logLevel: {
    flag: 'log-level',
    env: 'SANDBOX_LOG_LEVEL',
    values: ['silent', 'error', 'warn', 'info', 'debug'],
    help: 'how much to log',
  },
  watch: {
    flag: 'watch',
    env: 'SANDBOX_WATCH',
    kind: 'boolean',
    help: "reload the routes when the contract's bundle changes",
  },
}

/** What a sandbox is like unless told otherwise. */
export const defaults: Config = {
  host: '127.0.0.1',
  port: 4010,
  database: 'pglite:.sandbox',
  repeatedIds: 'refuse',
  unknownProperties: 'ignore',
  zip: 'country',
  phone: 'country',
  microsoftContacts: 'any',
  providerRules: 'documented',
  customerSearch: 'exact',
  created: '201',
  providerSetup: 2000,
  admin: 'loopback',
  corsOrigins: '',
  validateAnswers: 'on',
  logLevel: 'info',
  watch: false,
}

/** A setting with a value that it cannot have. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/**
 * Reads the configuration: flags before environment variables before defaults.
 * @param args the arguments of the command
 * @param env the environment
 * @throws ConfigError naming the setting, the wrong value and the possible ones
 */
export function readConfig(args: string[], env: Record<string, string | undefined>): Config {
  const flags = parseFlags(args)
  const given: Record<string, string> = {}
  for (const [key, setting] of Object.entries(settings)) {
    const flag = flags[setting.flag]
    const variable = env[setting.env]
    if (flag !== undefined) given[key] = check(setting, `--${setting.flag}`, String(flag))
    else if (variable !== undefined && variable !== '') given[key] = check(setting, setting.env, variable)
  }
  return fromTexts(given)
}

/**
 * Completes a configuration given in code.
 * @param options members that differ from the defaults
 * @throws ConfigError as {@link readConfig}
 */
export function completeConfig(options: Partial<Config>, base: Config = defaults): Config {
  for (const [key, setting] of Object.entries(settings)) {
    const value = Object.entries(options).find(([name]) => name === key)?.[1]
    if (value !== undefined) check(setting, key, String(value))
  }
  return { ...base, ...options }
}

/** What `--help` prints. */
export function helpText(): string {
  const rows = Object.entries(settings).map(([key, { flag, env, help, values, kind }]) => {
    const value =
      values === undefined ? (kind === 'boolean' ? '' : ` <${kind ?? 'text'}>`) : ` <${values.join('|')}>`
    const standard = Object.entries(defaults).find(([name]) => name === key)?.[1]
    return `  --${flag}${value}\n      ${help}\n      ${env}, default ${standard === '' ? 'none' : String(standard)}\n`
  })
  return `The sandbox of the CloudCockpit API (unofficial), on your own machine.\n\nUsage: npm run sandbox -- [flags]\n\n${rows.join('')}  --help\n`
}

function parseFlags(args: string[]): Record<string, string | boolean | undefined> {
  const options = Object.fromEntries(
    Object.values(settings).map(({ flag, kind }) => [
      flag,
      { type: kind === 'boolean' ? ('boolean' as const) : ('string' as const) },
    ]),
  )
  try {
    const { values } = parseArgs({ args, options, allowPositionals: false })
    return Object.fromEntries(
      Object.entries(values).map(([flag, value]) => [flag, Array.isArray(value) ? undefined : value]),
    )
  } catch (error) {
    throw new ConfigError(`${error instanceof Error ? error.message : String(error)} See --help.`)
  }
}

function check({ values, kind }: Setting, name: string, value: string): string {
  const wrong = (expected: string) =>
    new ConfigError(`${name} cannot be ${JSON.stringify(hidePassword(value))}: ${expected}. See --help.`)
  if (values !== undefined && !values.includes(value)) throw wrong(`it must be one of ${values.join(', ')}`)
  if (kind === 'port' && !(/^\d{1,5}$/u.test(value) && Number(value) <= 65_535))
    throw wrong('it must be a port from 0 to 65535')
  if (kind === 'milliseconds' && !/^\d{1,9}$/u.test(value)) throw wrong('it must be a number of milliseconds')
  if (kind === 'boolean' && value !== 'true' && value !== 'false') throw wrong('it must be true or false')
  if (kind === 'database' && !/^(?:memory:$|pglite:.|postgres(?:ql)?:\/\/)/u.test(value))
    throw wrong('it must be memory:, pglite:<directory> or postgres://…')
  return value
}

function hidePassword(value: string): string {
  return value.replace(/:\/\/[^@/]*@/u, '://…@')
}

/** Every text was checked before; this only gives each its type. */
function fromTexts(given: Record<string, string>): Config {
  const typed = Object.fromEntries(
    Object.entries(given).map(([key, value]) => {
      const kind = Object.entries(settings).find(([name]) => name === key)?.[1].kind
      if (kind === 'port' || kind === 'milliseconds') return [key, Number(value)]
      return [key, kind === 'boolean' ? value === 'true' : value]
    }),
  )
  return { ...defaults, ...typed }
}

/** Whether only programs on this machine can reach an address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/u.test(host)
}
