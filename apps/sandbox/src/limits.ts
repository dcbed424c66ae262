/** Every limit of the sandbox in one place. Times are in milliseconds, sizes in bytes. */
export const limits = {
  /** The largest request body, counted as it arrives. */
  bodyBytes: 1024 * 1024,
  /** All header lines of a request together. */
  headerBytes: 16 * 1024,
  /** How deep a JSON body or a JSON text in it may be nested. */
  jsonDepth: 64,
  /** How many properties one answer names; more help nobody. */
  problems: 200,
  /** How long a caller may take to send its headers. */
  headersTimeout: 10_000,
  /** How long a caller may take to send a whole request. */
  requestTimeout: 30_000,
  /** How long an idle connection stays open. */
  keepAliveTimeout: 65_000,
  /** How often Node looks for slow callers. */
  connectionsCheckingInterval: 1_000,
  /** How long open requests may go on after the sandbox was told to stop. */
  shutdown: 10_000,
  /** Seconds that an access token is valid. */
  tokenSeconds: 3599,
  /** How many verified tokens are remembered. */
  rememberedTokens: 1_000,
  /** How many of the latest requests the page shows. */
  recentRequests: 200,
  /** Larger bodies are not kept for that page. */
  recentBodyBytes: 64 * 1024,
  /** How long after its start the sandbox compiles what no request has asked for yet. */
  compileAhead: 1_000,
  /** How long after its start the sandbox gathers the database's statistics. */
  housekeeping: 2_000,
  /** Connections to a PostgreSQL server. */
  connections: 10,
  /** How often a statement is tried when the database asks to repeat it. */
  databaseTries: 5,
} as const
