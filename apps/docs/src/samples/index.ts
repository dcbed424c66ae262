export { exampleNames, requestExample } from './request.ts'
export { samplesFor } from './samples.ts'
