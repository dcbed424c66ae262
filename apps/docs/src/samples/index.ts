export { samplesOf } from './samples.ts'
