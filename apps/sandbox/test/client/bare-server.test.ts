import { describe } from 'vitest'
import { startBareServer } from './bare-server.ts'
import { behaviours } from './behaviours.ts'

describe('the client against a bare server', () => {
  behaviours(startBareServer)
})
