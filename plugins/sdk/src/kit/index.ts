export type { Conformance, FarSide, Finding, Report, Trouble } from './conformance.js';
export { createPlugin } from './create.js';
export { runConformance } from './run.js';
export { SimulatedHost } from './simulated-host.js';
